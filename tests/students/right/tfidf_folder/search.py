import heapq
import math


class Index:
    def __init__(self, documents):
        self.documents = documents
        self.df = {}
        for document in documents:
            for word in set(document):
                self.df[word] = self.df.get(word, 0) + 1

    def vector(self, words):
        weights = {}
        for word in words:
            if word in self.df:
                weights[word] = weights.get(word, 0.0) + math.log10(len(self.documents) / self.df[word])
        length = math.sqrt(math.fsum(w * w for w in weights.values()))
        return {word: w / length for word, w in weights.items()} if length else {}

    def order(self, query):
        q = self.vector(query)
        heap = []
        for number, document in enumerate(self.documents):
            d = self.vector(document)
            heapq.heappush(heap, (-math.fsum(q.get(word, 0.0) * w for word, w in d.items()), number))
        return [heapq.heappop(heap)[1] for _ in range(len(heap))]
