"""Raises exceptions whose text is a str subclass with opinions, bytes, or raises itself."""


class Text(str):
    def __format__(self, spec):
        raise SystemExit(0)

    def __getitem__(self, index):
        raise SystemExit(0)

    def encode(self, *args):
        raise SystemExit(0)

    def __len__(self):
        return -1 % 7


class Lies(Exception):
    def __str__(self):
        return Text("<script>alert(1)</script>")


class Breaks(Exception):
    def __str__(self):
        raise KeyboardInterrupt

    def __getattribute__(self, name):
        raise SystemExit(0)


def tfidf(counts):
    raise Lies


def document_frequency(counts):
    raise Breaks
