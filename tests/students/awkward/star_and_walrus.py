"""Uses match, walrus, star expressions, positional-only parameters, f-strings and nested functions."""
import numpy as np


def rank_documents(query, documents, /):
    def counted(tokens):
        return {token: tokens.count(token) / total for token in tokens if (total := len(tokens))}

    def idf(token):
        match sum(token in document for document in documents):
            case 0:
                return 0.0
            case df:
                return np.log(len(documents) / df)

    def weigh(tokens):
        return {token: weight * idf(token) for token, weight in counted(tokens).items()}

    def cosine(one, other):
        lengths = [np.sqrt(sum(value * value for value in vector.values())) for vector in (one, other)]
        if not all(lengths):
            return 0.0
        return sum(value / lengths[0] * other.get(token, 0.0) / lengths[1] for token, value in one.items())

    asked = weigh([token for token in query if any(token in document for document in documents)])
    scores = [cosine(weigh(document), asked) for document in documents]
    return sorted(range(len(documents)), key=lambda index: (-round(float(scores[index]), 12), index))
