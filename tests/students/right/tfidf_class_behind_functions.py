import numpy as np


class Corpus:
    """Матрица счётчиков, которая умеет себя взвешивать."""

    def __init__(self, counts):
        self.C = np.asarray(counts, dtype=np.float64)
        self.N = self.C.shape[0]

    @property
    def tf(self):
        totals = self.C.sum(axis=1)
        totals[totals == 0] = np.inf
        return (self.C.T / totals).T

    @property
    def df(self):
        return (self.C != 0).astype(int).sum(axis=0)

    @property
    def idf(self):
        return np.array([0.0 if n == 0 else -np.log(n / self.N) for n in self.df])

    @property
    def smooth(self):
        """Добавляем документ, в котором есть всё, и считаем обычный idf."""
        more = Corpus(np.vstack([self.C, np.ones(self.C.shape[1])]))
        return more.idf + 1

    def weights(self):
        return self.tf * self.idf

    def unit_weights(self):
        return Vectors(self.tf * self.smooth).unit()


class Vectors:
    def __init__(self, rows):
        self.rows = np.array(rows, dtype=float)

    def unit(self):
        lengths = np.sqrt(np.square(self.rows).sum(axis=1))
        return np.stack([row / length if length else row * 0 for row, length in zip(self.rows, lengths)])

    def cosines(self, other):
        return self.unit().dot(other.unit().transpose())


def term_frequency(counts):
    return Corpus(counts).tf


def document_frequency(counts):
    return Corpus(counts).df


def inverse_document_frequency(counts):
    return Corpus(counts).idf


def smooth_idf(counts):
    return Corpus(counts).smooth


def tfidf(counts):
    return Corpus(counts).weights()


def tfidf_smooth(counts):
    return Corpus(counts).unit_weights()


def l2_normalize(matrix):
    return Vectors(matrix).unit()


def cosine_similarity(a, b):
    return Vectors(a).cosines(Vectors(b))


class SearchEngine:
    def __init__(self, documents):
        self.documents = documents
        self.place = {}
        for document in documents:
            for word in document:
                self.place.setdefault(word, len(self.place))

    def count(self, words):
        row = np.zeros(len(self.place))
        for word in words:
            if word in self.place:
                row[self.place[word]] += 1
        return row

    def search(self, query):
        if not self.documents or not self.place:
            return list(range(len(self.documents)))
        corpus = Corpus([self.count(d) for d in self.documents])
        similarity = Vectors([self.count(query) * corpus.idf]).cosines(Vectors(corpus.weights()))[0]
        return [i for _, i in sorted((-s, i) for i, s in enumerate(similarity))]


def rank_documents(query, documents):
    return SearchEngine(documents).search(query)
