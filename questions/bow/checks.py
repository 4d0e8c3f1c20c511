"""Inputs, cases and properties of the exercises about tokens and counts.

What the catalogue leaves open is never drawn: letters whose lower case has another length or depends on its
neighbours (İ, the final sigma), combining marks, control characters.
"""

import re

import hypothesis.strategies as st

from grader.properties import agree, call, draws, require, sizes

WORDS = ("кот", "котик", "дом", "на", "и", "спит", "лес", "cat", "cats", "the", "on")


def words():
    return st.sampled_from(WORDS)


def filled(low=1, high=5):
    """Documents with at least one token each."""
    return st.lists(st.lists(words(), min_size=1, max_size=6), min_size=low, max_size=high)


# ---------------------------------------------------------------- tokenize

NUMBERS = ("2024", "7", "word2vec", "BERTом", "3,14", "COVID-19", "don't", "я")
BLANKS = (" ", " ", " ", "  ", "\n")
SEPARATORS = (*BLANKS, ", ", ". ", "! ", "? ", " — ", "-", "'", "/", "… ", ": «", "» ", "%", "@")
OTHER_MARKS = (" №", "₽ ", " „", "“ ", "’", "–", "\u00a0–\u00a0", " • ", " → ", "°", "×", "§")
CASES = (str.lower, str.lower, str.capitalize, str.upper)


@st.composite
def running(draw, special=(), separators=SEPARATORS):
    """Words in three cases with marks before, between and behind them; some are special where that is asked for."""
    plain = st.tuples(st.one_of(words(), words(), st.sampled_from(NUMBERS)), st.sampled_from(CASES))
    chosen = [change(word) for word, change in draw(st.lists(plain, min_size=1, max_size=6))]
    if special:
        chosen[:2] = draw(st.lists(st.sampled_from(special), min_size=1, max_size=3))
    text = draw(st.sampled_from(("", "", "«", " ")))
    for number, word in enumerate(chosen):
        if number:
            text += draw(st.sampled_from(separators))
        text += word
    return text + draw(st.sampled_from(("", "", ".", "»", "\n")))


@draws("tokenize")
def running_texts(draw, distinct):
    return (draw(running()),)


@draws("tokenize", case="no_words")
def texts_without_words(draw, distinct):
    marks = (" ", "\n", "?", "!", "…", " — ", "«»", ".", "-", "'", "%")
    return ("".join(draw(st.lists(st.sampled_from(marks), max_size=4))),)


@draws("tokenize", case="other_marks")
def texts_with_other_marks(draw, distinct):
    return (draw(running(separators=(*BLANKS[:2], *OTHER_MARKS))) + draw(st.sampled_from(OTHER_MARKS)),)


@draws("tokenize", case="letter_yo")
def texts_with_yo(draw, distinct):
    return (draw(running(special=("ёж", "её", "Ёлка", "ЕЩЁ"))),)


@draws("tokenize", case="underscores")
def texts_with_underscores(draw, distinct):
    special = ("snake_case", "_кот_", "__init__", "дом_2", "_", "a_b_c")
    return (draw(running(special, separators=(*BLANKS, ", ", "_", "_", " _ "))),)


@draws("tokenize", case="other_letters")
def texts_with_other_letters(draw, distinct):
    special = ("café", "Straße", "м²", "½", "їжак", "ÉCOLE", "2½", "Größe")
    return (draw(running(special)),)


def no_words(text):
    return not any(map(str.isalnum, text))


def other_marks(text):
    return any(mark.strip() in text for mark in OTHER_MARKS)


def letter_yo(text):
    return "ё" in text.lower()


def underscores(text):
    return "_" in text


def other_letters(text):
    return any(c.isalnum() and not re.match("[0-9a-zа-яё]", c.lower()) for c in text)


def capitals_change_nothing(text):
    straight = yield call(text)
    loud = yield call(text.upper())
    agree(loud, straight)


def marks_between_words_are_no_words(text):
    straight = yield call(text)
    marked = yield call(text.replace(" ", " «—» "))
    agree(marked, straight)


def text_twice_tokens_twice(text):
    straight = yield call(text)
    twice = yield call(f"{text}\n{text}")
    agree(twice, [*straight, *straight])


# ---------------------------------------------------------------- build-vocabulary

SIMILAR = ("кот", "Кот", "КОТ", "ёлка", "елка", "cat", "Cat")


def with_gaps(draw, found):
    """The documents with one or two empty ones at any place."""
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(found)))
        found = [*found[:place], [], *found[place:]]
    return found


@draws("build-vocabulary")
def filled_documents(draw, distinct):
    return (draw(filled()),)


@draws("build-vocabulary", case="empty_documents")
def documents_with_gaps(draw, distinct):
    if draw(st.integers(0, 4)) == 0:
        return ([],)
    return (with_gaps(draw, draw(filled(0, 3))),)


def similar():
    """Documents whose tokens differ in case, or in ё and е, only."""
    return st.lists(st.lists(st.sampled_from(SIMILAR), min_size=2, max_size=5), min_size=1, max_size=3)


@draws("build-vocabulary", case="similar_words")
def documents_of_similar_words(draw, distinct):
    return (draw(similar()),)


def empty_documents(documents):
    return not documents or not all(documents)


def similar_words(documents):
    """Some tokens differ in case, or in ё and е, only."""
    found = {token for document in documents for token in document}
    return len({token.lower().replace("ё", "е") for token in found}) < len(found)


def documents_twice_change_nothing(documents):
    straight = yield call(documents)
    twice = yield call([*documents, *documents])
    agree(twice, straight)


def borders_of_documents_do_not_matter(documents):
    straight = yield call(documents)
    as_one = yield call([[token for document in documents for token in document]])
    agree(as_one, straight)


def new_words_go_to_the_end(documents):
    first = yield call(documents[:1])
    whole = yield call(documents)
    agree(whole[: len(first)], first)


# ---------------------------------------------------------------- bag-of-words

BOUNDS = {"docs": (1, 5), "terms": (1, 6)}


def bags(draw, distinct, unknown=False):
    """Documents and a vocabulary of drawn sizes; with `unknown` some tokens are outside the vocabulary."""
    size = sizes(draw, ("docs", "terms"), BOUNDS, distinct)
    shuffled = draw(st.permutations(WORDS))
    vocabulary = shuffled[: size["terms"]]
    tokens = st.sampled_from(shuffled[: size["terms"] + 3] if unknown else vocabulary)
    return [draw(st.lists(tokens, min_size=1, max_size=6)) for _ in range(size["docs"])], vocabulary


@draws("bag-of-words")
def known_bags(draw, distinct):
    return bags(draw, distinct)


@draws("bag-of-words", case="out_of_vocabulary")
def bags_with_unknown_words(draw, distinct):
    return bags(draw, distinct, unknown=True)


@draws("bag-of-words", case="empty_documents")
def bags_with_gaps(draw, distinct):
    documents, vocabulary = bags(draw, distinct)
    empty = draw(st.lists(st.integers(0, len(documents) - 1), min_size=1, max_size=2))
    return [[] if n in empty else document for n, document in enumerate(documents)], vocabulary


@draws("bag-of-words", case="similar_words")
def bags_of_similar_words(draw, distinct):
    size = sizes(draw, ("docs", "terms"), BOUNDS, distinct)
    vocabulary = draw(st.permutations(SIMILAR))[: size["terms"]]
    tokens = st.lists(st.sampled_from(SIMILAR), min_size=1, max_size=6)
    return [draw(tokens) for _ in range(size["docs"])], vocabulary


def out_of_vocabulary(documents, vocabulary):
    return any(token not in vocabulary for document in documents for token in document)


def rows_follow_the_documents(documents, vocabulary):
    straight = yield call(documents, vocabulary)
    turned = yield call(documents[::-1], vocabulary)
    agree(turned, straight[::-1])


def columns_follow_the_vocabulary(documents, vocabulary):
    straight = yield call(documents, vocabulary)
    turned = yield call(documents, vocabulary[::-1])
    agree(turned, straight[:, ::-1])


def document_twice_counts_twice(documents, vocabulary):
    straight = yield call(documents, vocabulary)
    twice = yield call([document * 2 for document in documents], vocabulary)
    agree(twice, straight * 2)


# ---------------------------------------------------------------- ngrams


def some_tokens(draw, low, high):
    """Tokens out of few words, so that n-grams repeat."""
    pool = WORDS[: draw(st.integers(2, 5))]
    return draw(st.lists(st.sampled_from(pool), min_size=low, max_size=high))


@draws("ngrams")
def enough_tokens(draw, distinct):
    n = draw(st.integers(2, 4))
    return some_tokens(draw, n, 9), n


@draws("ngrams", case="single_tokens")
def tokens_one_by_one(draw, distinct):
    return some_tokens(draw, 1, 5), 1


@draws("ngrams", case="too_few_tokens")
def short_lists(draw, distinct):
    n = draw(st.integers(1, 5))
    return some_tokens(draw, 0, n - 1), n


@draws("ngrams", case="bad_n")
def lists_with_bad_n(draw, distinct):
    return some_tokens(draw, 0, 3), draw(st.integers(-3, 0))


def single_tokens(n):
    return n == 1


def too_few_tokens(tokens, n):
    return len(tokens) < n


def bad_n(n):
    return n < 1


def number_of_ngrams(tokens, n):
    found = yield call(tokens, n)
    require(len(found) == len(tokens) - n + 1, found)


def one_more_token_one_more_ngram(tokens, n):
    straight = yield call(tokens, n)
    longer = yield call([*tokens, "лес"], n)
    agree(longer, [*straight, (*tokens[1 - n :], "лес")])


def tokens_reversed_ngrams_reversed(tokens, n):
    straight = yield call(tokens, n)
    turned = yield call(tokens[::-1], n)
    agree(turned, [ngram[::-1] for ngram in straight][::-1])
