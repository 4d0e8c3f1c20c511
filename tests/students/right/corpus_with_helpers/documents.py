import json
from dataclasses import dataclass
from functools import reduce
from operator import eq, ge, le


class CorpusError(ValueError):
    """Корпус испорчен."""


def load(text):
    try:
        corpus = json.loads(text)
    except ValueError:
        raise CorpusError("это не JSON") from None
    match corpus:
        case {"documents": [*entries]} if all(map(good, entries)):
            return [entry["text"] for entry in entries]
        case _:
            raise CorpusError("структура не та")


def good(entry):
    match entry:
        case {"text": str()}:
            return True
    return False


@dataclass
class Selection:
    author: str | None
    since: str | None
    until: str | None

    def rules(self):
        yield "author", eq, self.author
        yield "date", ge, self.since
        yield "date", le, self.until

    def apply(self, documents):
        asked = [rule for rule in self.rules() if rule[2] is not None]
        return reduce(lambda rest, rule: [d for d in rest if self.fits(d, *rule)], asked, documents)

    @staticmethod
    def fits(document, key, compare, value):
        try:
            return compare(document[key], value)
        except KeyError:
            return False
