from collections import Counter, deque


class Window:
    def __init__(self, tokens, width):
        self.tokens, self.width = tokens, width

    def __iter__(self):
        """Every token with what stands before and behind it."""
        before = deque(maxlen=self.width)
        for i, token in enumerate(self.tokens):
            yield token, [*before, *self.tokens[i + 1 : i + 1 + self.width]]
            before.append(token)

    def counts(self):
        return Counter((token, other) for token, context in self for other in context)


class Splitter:
    def __init__(self, vocabulary):
        self.first = {piece for piece in vocabulary if not piece.startswith("##")}
        self.later = {piece[2:] for piece in vocabulary if piece.startswith("##")}

    def longest(self, text, known):
        return next((text[:n] for n in range(len(text), 0, -1) if text[:n] in known), None)

    def split(self, word):
        piece = self.longest(word, self.first)
        mark, place = "", 0
        while piece:
            yield mark + piece
            place += len(piece)
            mark, piece = "##", self.longest(word[place:], self.later)
        if place < len(word):
            raise LookupError(word)
