"""Pickles and copies its own objects and enums, which needs a real module."""
import copy
import enum
import pickle
from abc import ABC, abstractmethod
from dataclasses import dataclass


class Kind(enum.Enum):
    WORD = 1


class Base(ABC):
    @abstractmethod
    def run(self): ...


@dataclass
class Gram(Base):
    words: tuple
    kind: Kind = Kind.WORD

    def run(self):
        return self.words


def ngrams(tokens, n):
    if n < 1:
        raise ValueError("n")
    grams = [Gram(tuple(tokens[i:i + n])) for i in range(len(tokens) - n + 1)]
    return [gram.run() for gram in copy.deepcopy(pickle.loads(pickle.dumps(grams)))]
