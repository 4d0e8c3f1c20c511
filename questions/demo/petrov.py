# Петров, только циклы и словари
from collections import Counter

import numpy as np


def tokenize(text):
    tokens = []
    word = ""
    for letter in text + " ":
        if letter.isalnum():
            word += letter
        elif word != "":
            tokens.append(word.lower())
            word = ""
    return tokens


def build_vocabulary(documents):
    vocabulary = []
    for document in documents:
        for token in document:
            if token not in vocabulary:
                vocabulary.append(token)
    return vocabulary


def bag_of_words(documents, vocabulary):
    bag = np.zeros((len(documents), len(vocabulary)), dtype=int)
    for i, document in enumerate(documents):
        counter = Counter(document)
        for j, word in enumerate(vocabulary):
            bag[i, j] = counter[word]
    return bag


if __name__ == "__main__":
    print(tokenize(input("текст: ")))
