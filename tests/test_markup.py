"""Markdown to HTML: what comes out, and where mistakes are said to be."""

from __future__ import annotations

import pytest

from grader.markup.formula import BadFormula, formula
from grader.markup.markup import blocks, line, page
from grader.markup.place import Place, Target
from grader.markup.program import program, program_lines
from grader.markup.spaces import spaced
from grader.problems import CourseErrors

NB = "\u00a0"


def place(**kwargs: object) -> Place:
    return Place("lesson.ru.md", resolve=lambda link: Target(f"/{link}"), **kwargs)  # type: ignore[arg-type]


def test_decimals_take_a_comma_in_russian_only() -> None:
    assert "<mn>0,405</mn>" in formula("0.405", "ru")
    assert "<mn>0.405</mn>" in formula("0.405", "en")


def test_a_list_of_decimals_is_parted_by_semicolons_in_russian() -> None:
    assert formula("(0.5, -0.25, 1)", "ru").count(">;<") == 2
    assert ">;<" not in formula("(1, 2)", "ru")
    assert ">;<" not in formula("f(0.5, x)", "ru")


@pytest.mark.parametrize(
    "latex",
    [
        r"\begin{aligned}a&=1\\b&=2\end{aligned}",
        r"\begin{cases}1&x\\0&y\end{cases}",
        r"\begin{array}{c|c}a&b\\\hline c&d\end{array}",
    ],
)
def test_formulas_have_no_inline_styles(latex: str) -> None:
    assert " style=" not in formula(latex, "ru", display=True)


@pytest.mark.parametrize("latex", [r"\foo", r"\frac{1}{", "a_", r"\color{red}x"])
def test_a_bad_formula_is_refused(latex: str) -> None:
    with pytest.raises(BadFormula):
        formula(latex, "en")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Корпус — это тексты", f"Корпус{NB}— это тексты"),
        ("слово и в тексте", f"слово и{NB}в{NB}тексте"),
        ("и т. д. и т. п.", f"и{NB}т.{NB}д. и{NB}т.{NB}п."),
        ("верно ли это", f"верно{NB}ли это"),
        ("14 уроков", f"14{NB}уроков"),
    ],
)
def test_lines_do_not_break_in_the_wrong_place(text: str, wanted: str) -> None:
    assert spaced(text, "ru") == wanted


def test_an_english_article_stays_with_its_noun() -> None:
    assert spaced("It is a corpus – or an index", "en") == f"It is a{NB}corpus{NB}– or an{NB}index"
    assert spaced("a row's end, the words' order, 'a'", "en") == f"a{NB}row’s end, the words’ order, 'a'"


def test_a_formula_keeps_its_punctuation() -> None:
    html = line("см. ($x$), где", "ru", place())
    assert html == '<span class="nobr">(<math><mi>x</mi></math>),</span> где'.join(["см. ", ""])


def test_a_break_of_the_source_is_a_space_that_may_not_break() -> None:
    assert line("вес в\nтексте", "ru", place()) == f"вес в{NB}тексте"
    assert line("вес\nслова", "ru", place()) == "вес слова"


def test_sections_have_the_anchors_that_were_given() -> None:
    rendered = page("## Вес $w$ {#weight}\n\nТекст.\n\n### Ещё {#more}\n", "ru", place())
    assert [(one.anchor, one.level) for one in rendered.headings] == [("weight", 2), ("more", 3)]
    assert '<h2 id="weight">' in rendered.html
    assert "{#" not in rendered.html


def test_boxes_become_asides() -> None:
    html = blocks("::: misreading Веса $W$ малы\nНет.\n:::\n", "ru", place())
    assert html.startswith('<aside class="misreading">')
    assert '<p class="claim">«Веса <math><mi>W</mi></math> малы»</p>' in html


def test_an_example_is_placed_by_its_id() -> None:
    known = place(place=lambda word, name: f"<figure>{word} {name}</figure>" if name == "two" else None)
    assert blocks("::: example two\n:::\n", "ru", known) == "<figure>example two</figure>"
    with pytest.raises(CourseErrors, match=r"lesson\.ru\.md:1: there is no example 'three'"):
        blocks("::: example three\n:::\n", "ru", known)


def test_html_is_text() -> None:
    assert "<b>" not in blocks("<b>bold</b> and `<i>`", "en", place())


def test_a_program_has_classes_and_no_styles() -> None:
    assert program("x = 1") == 'x = <span class="n">1</span>'
    assert program_lines('def f():\n    """One\n    two."""\n')[1:] == [
        '    <span class="c">"""One</span>',
        '<span class="c">    two."""</span>',
    ]


def test_every_mistake_is_located() -> None:
    text = "Один\nдва $\\foo$ и [x](nowhere)\n\n## Раздел\n\n::: misread Что\n:::\n\n```rust\n```\n\n$$\na_\n$$\n"
    with pytest.raises(CourseErrors) as caught:
        page(text, "ru", Place("lesson.ru.md", 10))
    assert [str(one).split(":")[1] for one in caught.value.problems] == ["11", "11", "13", "15", "18", "21"]
    assert "Did you mean misreading?" in str(caught.value)
