"""Fills its namespace with objects that bite whoever looks at them."""


class Bites:
    def __getattribute__(self, name):
        raise SystemExit(0)

    def __eq__(self, other):
        raise SystemExit(0)

    def __bool__(self):
        raise SystemExit(0)

    def __call__(self, *args):
        raise SystemExit(0)

    def __repr__(self):
        raise SystemExit(0)

    __hash__ = object.__hash__


tfidf = Bites()
globals()[Bites()] = 1
globals()[1] = Bites()
__file__ = Bites()
__name__ = Bites()
