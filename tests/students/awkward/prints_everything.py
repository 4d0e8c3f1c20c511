"""Prints while it is imported and in every call, in Cyrillic too."""
print("Загрузка модуля…")


def document_frequency(counts):
    print("counts =", counts)
    answer = (counts > 0).sum(axis=0)
    print("Ответ:", answer, flush=True)
    return answer
