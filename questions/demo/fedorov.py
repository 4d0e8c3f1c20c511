"""Фёдоров: забыл двоеточие."""


def smooth_idf(counts)
    return counts
