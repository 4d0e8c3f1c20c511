import numpy as np

from vectors import cosines, lengths, unit
from weights import *


def l2_normalize(matrix):
    return unit(matrix)


def cosine_similarity(a, b):
    return cosines(a, b)


def tfidf_smooth(counts):
    return unit(np.multiply(counts, smooth_idf(counts)))


def rank_documents(query, documents):
    from search import Index

    index = Index(documents)
    return index.order(query)


if __name__ == "__main__":
    print(lengths(np.eye(3)))
    print(rank_documents(["кот"], [["пёс"], ["кот"]]))
