"""What was counted for one call stays for the next."""

import numpy as np

pairs = []
known = {}


def skipgram_pairs(tokens, window):
    for i, centre in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if i != j:
                pairs.append((centre, tokens[j]))
    return pairs


def wordpiece(word, vocabulary, unknown):
    if word not in known:
        pieces, start = [], 0
        while start < len(word) and pieces != [unknown]:
            mark = "##" if start else ""
            ends = [end for end in range(start + 1, len(word) + 1) if mark + word[start:end] in vocabulary]
            if not ends:
                pieces = [unknown]
                break
            pieces.append(mark + word[start : ends[-1]])
            start = ends[-1]
        known[word] = pieces
    return known[word]


def character_ngrams(word, n_min, n_max, ngrams=[]):
    marked = f"<{word}>"
    for n in range(n_min, n_max + 1):
        for i in range(len(marked) - n + 1):
            ngrams.append(marked[i : i + n])
    return ngrams
