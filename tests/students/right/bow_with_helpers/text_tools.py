from collections import deque


class Tokenizer:
    """Вызываемый объект вместо функции."""

    def __call__(self, text):
        marked = "".join(symbol if symbol.isalnum() else "\0" for symbol in text)
        return [piece.lower() for piece in marked.split("\0") if piece]


def windows(tokens, n):
    if n < 1:
        raise ValueError(f"n = {n}")
    window = deque(maxlen=n)
    for token in tokens:
        window.append(token)
        if len(window) == n:
            yield tuple(window)
