"""Nested Python loops over everything, several times over."""
import math


def tfidf(counts):
    import numpy as np

    docs, terms = counts.shape
    answer = np.zeros((docs, terms))
    for _ in range(4):
        for doc in range(docs):
            for term in range(terms):
                total = 0
                for other in range(terms):
                    total += int(counts[doc, other])
                df = 0
                for row in range(docs):
                    if counts[row, term] > 0:
                        df += 1
                if total > 0 and df > 0:
                    answer[doc, term] = int(counts[doc, term]) / total * math.log(docs / df)
    return answer
