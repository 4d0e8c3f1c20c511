"""The little course with a lesson: pages, cards, a question of each type, a worked example and a term."""

from __future__ import annotations

from pathlib import Path

from little_course import write_course

FOLDER = "questions/sums/adding"
RU, EN = f"{FOLDER}/lesson.ru.md", f"{FOLDER}/lesson.en.md"
CARDS, QUIZ, EXAMPLES = f"{FOLDER}/flashcards.yaml", f"{FOLDER}/quiz.yaml", f"{FOLDER}/examples.yaml"
GLOSSARY = "questions/glossary.yaml"

PAGE_RU = """\
::: answer
Складывают вдоль строки. Получается столько чисел, сколько строк.
:::

## Ось {#axis}

Сумма строки $s_i = \\sum_j A_{ij}$; здесь $s_1 = {{two-rows: sums[0]}}$, см. [термин](term:row).

::: example two-rows
:::

::: misreading Ось 0 идёт вдоль строк
Нет: она идёт вниз.
:::

::: practise
- [Суммы строк](exercise:row-sums): напишите сами.
:::
"""

PAGE_EN = """\
::: answer
One adds along a row. There are as many numbers as rows.
:::

## The axis {#axis}

The sum of a row is $s_i = \\sum_j A_{ij}$; here $s_1 = {{two-rows: sums[0]}}$, see [the term](term:row).

::: example two-rows
:::

::: misreading Axis 0 runs along rows
No: it runs down.
:::

::: practise
- [Row sums](exercise:row-sums): write it yourself.
:::
"""

CARDS_YAML = """\
# yaml-language-server: $schema=../../schemas/flashcards.json
- id: card-axis
  front: {ru: Вдоль какой оси?, en: Along which axis?}
  back: {ru: 'Вдоль $j$.', en: 'Along $j$.'}
  read: axis
- id: card-count
  front: {ru: Сколько сумм?, en: How many sums?}
  back: '$n$'
"""

EXAMPLES_YAML = """\
# yaml-language-server: $schema=../../schemas/examples.json
- id: two-rows
  title: {ru: Две строки, en: Two rows}
  inputs: {A: [[1, 2], [3, 5]]}
  steps:
    - say: {ru: Складываем., en: We add.}
      compute: "sums = sums:row_sums(A)"
      show: bars
      columns: {ru: [первая, вторая], en: [first, second]}
      alt: {ru: Второй столбик выше., en: The second bar is higher.}
"""

QUIZ_YAML = """\
# yaml-language-server: $schema=../../schemas/quiz.json
- id: q-single
  type: single
  difficulty: 1
  prompt: {ru: Какая ось?, en: Which axis?}
  explain: {ru: Вдоль строки., en: Along the row.}
  read: axis
  options:
    - {text: {ru: вторая, en: the second}, correct: true}
    - {text: {ru: первая, en: the first}, why: {ru: Это суммы столбцов., en: Those are column sums.}}
- id: q-number
  type: number
  difficulty: 1
  prompt: {ru: 'Сумма $1 + 2$?', en: 'The sum $1 + 2$?'}
  explain: {ru: Три., en: Three.}
  answer: "sums:row_sums(np.array([[1, 2]]))[0]"
  wrong:
    - {value: 2, why: {ru: Это произведение., en: That is the product.}}
- id: q-text
  type: text
  difficulty: 1
  prompt: {ru: Как называют результат сложения?, en: What is the result of adding called?}
  explain: {ru: Сумма., en: A sum.}
  accept: {ru: [сумма], en: [sum]}
  reject: [{texts: [разность], why: {ru: Это вычитание., en: That is subtraction.}}]
- id: q-cloze
  type: cloze
  difficulty: 2
  prompt: {ru: Заполните., en: Fill in.}
  explain: {ru: Так., en: So.}
  text: {ru: "Складываем $x_{1}$ по {1}.", en: "We add $x_{1}$ over {1}."}
  gaps: {1: {type: text, accept: {ru: [столбцам], en: [columns]}}}
- id: q-match
  type: match
  difficulty: 2
  prompt: {ru: Соедините., en: Match.}
  explain: {ru: Так., en: So.}
  pairs: [{left: '$1+1$', right: '$2$'}, {left: '$1+2$', right: '$3$'}]
- id: q-order
  type: order
  difficulty: 2
  prompt: {ru: Упорядочьте., en: Put in order.}
  explain: {ru: Так., en: So.}
  items: ['$1$', '$2$', '$3$']
- id: q-table
  type: table
  difficulty: 2
  prompt: {ru: Заполните., en: Fill in.}
  explain: {ru: Так., en: So.}
  inputs: {A: [[1, 2], [3, 5]]}
  rows: {ru: [а, б], en: [a, b]}
  columns: ['1', '2']
  cells: "A"
  blank: [[0, 1]]
- id: q-shape
  type: shape
  difficulty: 2
  prompt: {ru: Размер?, en: The shape?}
  explain: {ru: Две строки., en: Two rows.}
  answer: [2, 3]
  wrong: [{shape: [3, 2], why: {ru: Наоборот., en: The other way round.}}]
- id: q-line
  type: line
  difficulty: 3
  prompt: {ru: Где ошибка?, en: Where is the fault?}
  explain: {ru: Ось., en: The axis.}
  code: |
    def row_sums(A):
        return A.sum(axis=0)
  fault: 2
  why: {ru: Ось не та., en: The axis is the wrong one.}
- id: q-generated
  type: generated
  difficulty: 2
  prompt: {ru: 'Сумма строки $({a}, {b})$?', en: 'The sum of the row $({a}, {b})$?'}
  explain: {ru: 'Это {answer}.', en: 'It is {answer}.'}
  draw: {a: "integers(2, 9)", b: "integers(2, 9)"}
  reference: sums:row_sums
  arguments: ["np.array([[a, b]])"]
  take: "result[0]"
  ask: {type: number}
  wrong:
    - {mistake: row_means, why: {ru: Это среднее., en: That is the mean.}}
  variants: 5
- id: q-open
  type: open
  difficulty: 2
  prompt: {ru: Расскажите., en: Tell.}
  model: {ru: Складываем., en: We add.}
  rubric: [{point: '$1$'}, {point: '$2$'}, {point: '$3$'}, {point: '$4$'}, {point: '$5$'}]
  followups:
    - {ask: {ru: А если?, en: What if?}, answer: {ru: То же., en: The same.}}
    - {ask: {ru: А если нет?, en: What if not?}, answer: {ru: Ничего., en: Nothing.}}
    - {ask: {ru: А потом?, en: And then?}, answer: {ru: Всё., en: All.}}
"""

GLOSSARY_YAML = """\
# yaml-language-server: $schema=schemas/glossary.json
- {id: row, term: {ru: строка, en: row}, says: {ru: Числа в ряд., en: Numbers in a row.}, read: sums/adding#axis}
"""

FILES = {
    RU: PAGE_RU,
    EN: PAGE_EN,
    CARDS: CARDS_YAML,
    QUIZ: QUIZ_YAML,
    EXAMPLES: EXAMPLES_YAML,
    GLOSSARY: GLOSSARY_YAML,
}


def write_bank(root: Path, changes: dict[str, str] | None = None) -> Path:
    """The little course with its bank in a directory, some files replaced."""
    return write_course(root, FILES | (changes or {}))


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """One file of the bank with a piece of it replaced."""
    assert FILES[file].count(old) == 1, f"{old!r} is in {file} {FILES[file].count(old)} times"
    return {file: FILES[file].replace(old, new)}
