def term_frequency(counts):
    return [[c / (sum(row) or 1) for c in row] for row in counts.tolist()]


def document_frequency(counts):
    return [sum(c > 0 for c in column) for column in zip(*counts.tolist())]


def l2_normalize(matrix):
    answer = []
    for row in matrix.tolist():
        n = sum(x * x for x in row) ** 0.5
        answer.append([x / n if n else 0.0 for x in row])
    return answer
