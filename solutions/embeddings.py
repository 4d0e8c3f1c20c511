"""Dense vectors of words: one-hot codes and neighbours, training pairs and counts, pieces of words, tables and pooling.

Rows of a table E of shape (v, d) are the vectors of v words, d numbers each.

T. Mikolov, K. Chen, G. Corrado, J. Dean, "Efficient estimation of word representations in vector space",
arXiv:1301.3781 (2013). J. Pennington, R. Socher, C. Manning, "GloVe: global vectors for word representation",
EMNLP (2014). P. Bojanowski, E. Grave, A. Joulin, T. Mikolov, "Enriching word vectors with subword information",
TACL 5 (2017).
"""

import numpy as np
from jaxtyping import Bool, Float, Int


def one_hot(ids: Int[np.ndarray, "n"], size: int) -> Float[np.ndarray, "n size"]:
    """Rows of zeros with a single one: X[i, j] = 1 where j = ids[i], so that X @ E looks up the rows E[ids].

    Raises ValueError when an id is not one of 0 … size - 1.
    """
    if np.any(ids < 0) or np.any(ids >= size):
        raise ValueError(f"ids {ids} are not all within 0 … {size - 1}")
    X = np.zeros((len(ids), size))
    X[np.arange(len(ids)), ids] = 1
    return X


def nearest(embeddings: Float[np.ndarray, "v d"], query: Float[np.ndarray, "d"], k: int) -> list[int]:
    """Indices of the k rows with the largest cosine to the query, the best first; of equals the lower index first.

    The cosine is 0 where the row or the query is zero; 1 ≤ k ≤ v.
    """
    order = np.argsort(-_cosines(embeddings, query), kind="stable")
    return [int(i) for i in order[:k]]


def analogy(embeddings: Float[np.ndarray, "v d"], a: int, b: int, c: int) -> int:
    """Word that completes "a is to b as c is to ?": argmax over i of cos(E[i], E[b] - E[a] + E[c]), i not a, b or c.

    The rows are added as they are, not at length 1; of equals the lower index is the answer.
    T. Mikolov, W. Yih, G. Zweig, "Linguistic regularities in continuous space word representations", NAACL (2013);
    O. Levy, Y. Goldberg, "Linguistic regularities in sparse and explicit word representations", CoNLL (2014), call
    it 3CosAdd.
    """
    similarity = _cosines(embeddings, embeddings[b] - embeddings[a] + embeddings[c])
    similarity[[a, b, c]] = -np.inf
    return int(np.argmax(similarity))


def skipgram_pairs(tokens: list[str], window: int) -> list[tuple[str, str]]:
    """Pairs (w_i, w_j) with 1 ≤ |i - j| ≤ window, by i, then by j: from the centre the context is predicted.

    Mikolov et al. (2013), without their random smaller windows and their sub-sampling of frequent words.
    """
    return [(centre, word) for i, centre in enumerate(tokens) for word in _context(tokens, i, window)]


def cbow_pairs(tokens: list[str], window: int) -> list[tuple[list[str], str]]:
    """Pairs (context of w_i, w_i) by i: from the words at distance 1 … window the centre is predicted.

    A centre without context is left out. Mikolov et al. (2013), "continuous bag of words".
    """
    pairs = [(_context(tokens, i, window), centre) for i, centre in enumerate(tokens)]
    return [(context, centre) for context, centre in pairs if context]


def cooccurrence(documents: list[list[str]], vocabulary: list[str], window: int) -> Int[np.ndarray, "v v"]:
    """Table X of shape (v, v): X[i, j] = how often word j stands at distance 1 … window from word i.

    Every position is a centre once, so X is symmetric. Tokens outside the vocabulary keep their place but are not
    counted. Pennington et al. (2014), without their weights 1 / distance.
    """
    number = {word: i for i, word in enumerate(vocabulary)}
    X = np.zeros((len(vocabulary), len(vocabulary)), dtype=np.int64)
    for document in documents:
        for centre, word in skipgram_pairs(document, window):
            if centre in number and word in number:
                X[number[centre], number[word]] += 1
    return X


def character_ngrams(word: str, n_min: int, n_max: int) -> list[str]:
    """Runs of n = n_min … n_max characters of `<word>`, by length, then by place; repeats are kept.

    Bojanowski et al. (2017) add the whole `<word>` to them; here it counts only when its length is in range.
    """
    marked = f"<{word}>"
    return [marked[i : i + n] for n in range(n_min, n_max + 1) for i in range(len(marked) - n + 1)]


def wordpiece(word: str, vocabulary: list[str], unknown: str) -> list[str]:
    """Pieces of the word, each the longest that fits, the later ones marked by `##`; [unknown] where nothing fits.

    M. Schuster, K. Nakajima, "Japanese and Korean voice search", ICASSP (2012); Y. Wu et al., "Google's neural
    machine translation system", arXiv:1609.08144 (2016); the greedy split is that of BERT.
    """
    pieces: list[str] = []
    start = 0
    while start < len(word):
        mark = "##" if start > 0 else ""
        for end in range(len(word), start, -1):
            if mark + word[start:end] in vocabulary:
                break
        else:
            return [unknown]
        pieces.append(mark + word[start:end])
        start = end
    return pieces


def embedding_backward(
    dE: Float[np.ndarray, "n d"], ids: Int[np.ndarray, "n"], size: int
) -> Float[np.ndarray, "size d"]:
    """Gradient of a table W of shape (size, d) from the gradient dE of the rows E = W[ids] that were looked up.

    dW[j] = Σ_{i : ids[i] = j} dE[i], or dW = Xᵀ dE with X = one_hot(ids, size): a word used twice gets both gradients.
    """
    dW = np.zeros((size, dE.shape[1]))
    for i, j in enumerate(ids):
        dW[j] += dE[i]
    return dW


def mean_pool(hidden: Float[np.ndarray, "tokens d"], mask: Bool[np.ndarray, "tokens"]) -> Float[np.ndarray, "d"]:
    """Mean of the rows where the mask is True: Σ_t m_t h_t / Σ_t m_t; zeros when there are none.

    N. Reimers, I. Gurevych, "Sentence-BERT", EMNLP (2019).
    """
    total = hidden[mask].sum(axis=0)
    return total / max(mask.sum(), 1)


def _cosines(rows: Float[np.ndarray, "v d"], query: Float[np.ndarray, "d"]) -> Float[np.ndarray, "v"]:
    """cos[i] = rows[i]·query / (‖rows[i]‖₂ ‖query‖₂), and 0 where either vector is zero."""
    lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(query)
    return rows @ query / np.where(lengths > 0, lengths, 1.0)


def _context(tokens: list[str], i: int, window: int) -> list[str]:
    """Tokens at distance 1 … window from place i, from left to right."""
    return tokens[max(i - window, 0) : i] + tokens[i + 1 : i + window + 1]
