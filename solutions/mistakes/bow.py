"""Wrong ways to tokenise and to count, as students write them."""

import re
import string
from collections import Counter

import numpy as np

# ---------------------------------------------------------------- tokenize


def split_at_blanks(text: str) -> list[str]:
    """Splits at blanks only: punctuation stays on the words."""
    return text.lower().split()


def underscore_is_a_letter(text: str) -> list[str]:
    r"""Takes \w for "letter or digit", but it also matches _."""
    return [run.lower() for run in re.findall(r"\w+", text)]


def marks_listed(text: str) -> list[str]:
    """Lists the marks that separate words; there are always more of them."""
    table = str.maketrans(dict.fromkeys(string.punctuation + "«»—…", " "))
    return text.translate(table).lower().split()


def case_kept(text: str) -> list[str]:
    """Leaves capitals as they are."""
    return _runs(text)


def one_letter_words_dropped(text: str) -> list[str]:
    """Leaves out the tokens of one character, as CountVectorizer does unless told otherwise."""
    return [run.lower() for run in _runs(text) if len(run) > 1]


def split_as_in_sklearn(text: str) -> list[str]:
    """The default pattern of CountVectorizer: two characters or more, underscores among them."""
    return re.findall(r"(?u)\b\w\w+\b", text.lower())


def digits_dropped(text: str) -> list[str]:
    """Takes letters only."""
    return "".join(c if c.isalpha() else " " for c in text).lower().split()


def hyphens_kept(text: str) -> list[str]:
    """Keeps hyphens and apostrophes inside a word."""
    return [run.lower() for run in re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text)]


def ye_instead_of_yo(text: str) -> list[str]:
    """Writes е for ё."""
    return [run.lower().replace("ё", "е") for run in _runs(text)]


def yo_outside_the_range(text: str) -> list[str]:
    """Lists the letters as ranges: ё stands outside а–я, é and ² outside a–z and 0–9."""
    return re.findall(r"[а-яa-z0-9]+", text.lower())


def letters_listed(text: str) -> list[str]:
    """Lists the letters as ranges, ё among them; é, ß and ² are forgotten."""
    return re.findall(r"[а-яёa-z0-9]+", text.lower())


def fractions_forgotten(text: str) -> list[str]:
    """Takes isalpha or isdigit for isalnum: ½ is neither a letter nor a digit."""
    return "".join(c if c.isalpha() or c.isdigit() else " " for c in text).lower().split()


def casefolded(text: str) -> list[str]:
    """Folds the case, which turns ß into ss."""
    return [run.casefold() for run in _runs(text)]


def repeated_words_dropped(text: str) -> list[str]:
    """Keeps the first of equal words only."""
    return list(dict.fromkeys(run.lower() for run in _runs(text)))


def empty_string_for_no_words(text: str) -> list[str]:
    """Splits at single spaces, so that an empty text gives an empty string."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip().split(" ")


def empty_strings_kept(text: str) -> list[str]:
    """Splits at everything else and keeps the empty strings at the ends."""
    return re.split(r"[\W_]+", text.lower())


def _runs(text):
    return re.findall(r"[^\W_]+", text)


# ---------------------------------------------------------------- build-vocabulary


def sorted_alphabetically(documents: list[list[str]]) -> list[str]:
    """Sorts the words."""
    return sorted({token for document in documents for token in document})


def sorted_by_frequency(documents: list[list[str]]) -> list[str]:
    """Puts frequent words first."""
    return [token for token, _ in Counter(_all(documents)).most_common()]


def last_appearance(documents: list[list[str]]) -> list[str]:
    """Orders the words by their last appearance."""
    return list(dict.fromkeys(reversed(_all(documents))))[::-1]


def repeated_across_documents(documents: list[list[str]]) -> list[str]:
    """Removes the repeats within a document only."""
    return [token for document in documents for token in dict.fromkeys(document)]


def neighbours_compared(documents: list[list[str]]) -> list[str]:
    """Removes a repeat only when it follows at once."""
    tokens = _all(documents)
    return [token for i, token in enumerate(tokens) if i == 0 or token != tokens[i - 1]]


def words_seen_once_dropped(documents: list[list[str]]) -> list[str]:
    """Leaves out the words that occur only once."""
    return [token for token, count in Counter(_all(documents)).items() if count > 1]


def vocabulary_lowered(documents: list[list[str]]) -> list[str]:
    """Lower-cases tokens, though they come ready."""
    return list(dict.fromkeys(token.lower() for token in _all(documents)))


def yo_and_ye_merged(documents: list[list[str]]) -> list[str]:
    """Takes ё and е for one letter."""
    return list(dict.fromkeys(token.replace("ё", "е") for token in _all(documents)))


def empty_document_ends_it(documents: list[list[str]]) -> list[str]:
    """Stops at the first empty document."""
    vocabulary: dict[str, None] = {}
    for document in documents:
        if not document:
            break
        vocabulary.update(dict.fromkeys(document))
    return list(vocabulary)


def nothing_is_an_error(documents: list[list[str]]) -> list[str]:
    """Raises ValueError when there is not a single word."""
    if not _all(documents):
        raise ValueError("no words")
    return list(dict.fromkeys(_all(documents)))


def _all(documents):
    return [token for document in documents for token in document]


# ---------------------------------------------------------------- bag-of-words


def presence_instead_of_counts(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """1 where the word occurs, however often."""
    return np.array([[int(term in document) for term in vocabulary] for document in documents])


def substrings_counted(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """Counts the word in the joined text, so that it is found inside other words."""
    return np.array([[" ".join(document).count(term) for term in vocabulary] for document in documents])


def unknown_words_are_errors(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """KeyError at a token outside the vocabulary."""
    column = {term: j for j, term in enumerate(vocabulary)}
    table = np.zeros((len(documents), len(vocabulary)), dtype=int)
    for i, document in enumerate(documents):
        for token in document:
            table[i, column[token]] += 1
    return table


def unknown_words_in_the_last_column(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """Looks tokens up with -1 for the unknown ones, which is the last column in NumPy."""
    column = {term: j for j, term in enumerate(vocabulary)}
    table = np.zeros((len(documents), len(vocabulary)), dtype=int)
    for i, document in enumerate(documents):
        for token in document:
            table[i, column.get(token, -1)] += 1
    return table


def relative_frequencies(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """Divides the counts by the length of the document."""
    return _counts(documents, vocabulary) / np.array([[len(document) or 1] for document in documents])


def columns_sorted(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """Puts the columns in alphabetical order."""
    return _counts(documents, sorted(vocabulary))


def terms_in_rows(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """Shape (terms, docs): rows and columns are swapped."""
    return _counts(documents, vocabulary).T


def empty_documents_skipped(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """Has no row for an empty document."""
    filled = [document for document in documents if document]
    return _counts(filled, vocabulary)


def one_bag_for_all(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """Goes on counting from document to document."""
    return _counts(documents, vocabulary).cumsum(axis=0)


def tokens_lowered(documents: list[list[str]], vocabulary: list[str]) -> np.ndarray:
    """Lower-cases tokens, though they are compared as they are."""
    return _counts([[token.lower() for token in document] for document in documents], vocabulary)


def _counts(documents, vocabulary):
    rows = [[document.count(term) for term in vocabulary] for document in documents]
    return np.array(rows, dtype=int).reshape(len(documents), len(vocabulary))


# ---------------------------------------------------------------- ngrams


def last_ngram_lost(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Stops one place too early."""
    _refuse(n)
    return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n)]


def tail_too_short(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Begins at every token, so that the last tuples are shorter than n."""
    _refuse(n)
    return [tuple(tokens[i : i + n]) for i in range(len(tokens))]


def whole_list_when_short(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Returns the tokens that there are when they are fewer than n."""
    _refuse(n)
    return _ngrams(tokens, n) if len(tokens) >= n else [tuple(tokens)]


def joined_with_spaces(tokens: list[str], n: int) -> list[str]:
    """Glues the words of an n-gram together."""
    _refuse(n)
    return [" ".join(ngram) for ngram in _ngrams(tokens, n)]


def strings_for_single_tokens(tokens: list[str], n: int) -> list:
    """Returns the tokens themselves for n = 1."""
    _refuse(n)
    return list(tokens) if n == 1 else _ngrams(tokens, n)


def all_lengths_up_to_n(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Adds the shorter n-grams, as ngram_range=(1, n) does."""
    _refuse(n)
    return [ngram for length in range(1, n + 1) for ngram in _ngrams(tokens, length)]


def without_overlap(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Moves on by n tokens instead of one."""
    _refuse(n)
    return _ngrams(tokens, n)[::n]


def repeats_dropped(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Keeps the first of equal n-grams only."""
    _refuse(n)
    return list(dict.fromkeys(_ngrams(tokens, n)))


def always_pairs(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Makes pairs whatever n is."""
    _refuse(n)
    return _ngrams(tokens, 2)


def bad_n_gives_nothing(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Answers [] for n below 1."""
    return _ngrams(tokens, n) if n >= 1 else []


def bad_n_unnoticed(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Does not look at n, so 0 gives empty tuples."""
    return _ngrams(tokens, n)


def zero_unnoticed(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Refuses negative n only."""
    if n < 0:
        raise ValueError(n)
    return _ngrams(tokens, n)


def empty_list_before_bad_n(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Answers [] for an empty list before it has looked at n."""
    if not tokens:
        return []
    _refuse(n)
    return _ngrams(tokens, n)


def few_tokens_are_errors(tokens: list[str], n: int) -> list[tuple[str, ...]]:
    """Raises ValueError also when there are fewer than n tokens."""
    _refuse(n)
    if len(tokens) < n:
        raise ValueError("too few tokens")
    return _ngrams(tokens, n)


def _refuse(n):
    if n < 1:
        raise ValueError(n)


def _ngrams(tokens, n):
    return [tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1)]
