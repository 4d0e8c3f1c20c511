#!/usr/bin/env python3
# vim: set fileencoding=koi8-r :
"""Кодировка старых серверов, в файле без последнего перевода строки."""


def build_vocabulary(documents):
    слова = []
    for документ in documents:
        for слово in документ:
            if слово not in слова:
                слова.append(слово)
    return слова