"""Функции для сдачи; всё устройство лежит в соседних файлах."""
from text_tools import Tokenizer, windows
from vocabulary import Vocabulary

tokenize = Tokenizer()


def build_vocabulary(documents):
    vocabulary = Vocabulary()
    for document in documents:
        vocabulary.update(document)
    return vocabulary.words()


def bag_of_words(documents, vocabulary):
    return Vocabulary(vocabulary).table(documents)


def ngrams(tokens, n):
    return list(windows(tokens, n))
