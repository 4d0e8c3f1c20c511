# мешок слов, самый простой вариант
import numpy as np


def tokenize(text):
    tokens = []
    word = ""
    for ch in text:
        if ch.isalnum():
            word = word + ch
        else:
            if word != "":
                tokens.append(word.lower())
            word = ""
    if word != "":
        tokens.append(word.lower())
    return tokens


def build_vocabulary(documents):
    vocabulary = []
    for document in documents:
        for token in document:
            if token not in vocabulary:
                vocabulary.append(token)
    return vocabulary


def bag_of_words(documents, vocabulary):
    matrix = np.zeros((len(documents), len(vocabulary)), dtype=int)
    for i in range(len(documents)):
        for j in range(len(vocabulary)):
            for token in documents[i]:
                if token == vocabulary[j]:
                    matrix[i][j] += 1
    return matrix


def ngrams(tokens, n):
    if n <= 0:
        raise ValueError("n должно быть положительным")
    result = []
    i = 0
    while i + n <= len(tokens):
        gram = []
        for k in range(n):
            gram.append(tokens[i + k])
        result.append(tuple(gram))
        i += 1
    return result


if __name__ == "__main__":
    print(tokenize("Кот и пёс"))
