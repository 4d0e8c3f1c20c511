import numpy as np
import torch
import torch.nn.functional as F


def one_hot(ids, size):
    ids = torch.from_numpy(ids)
    if ids.min() < 0 or ids.max() >= size:
        raise ValueError(f"{ids} does not fit into {size} words")
    return F.one_hot(ids, num_classes=size).double().numpy()


def _cosines(rows, query):
    lengths = torch.linalg.vector_norm(rows, dim=1) * torch.linalg.vector_norm(query)
    return torch.where(lengths > 0, torch.mv(rows, query) / lengths, torch.zeros_like(lengths))


def nearest(embeddings, query, k):
    scores = _cosines(torch.tensor(embeddings), torch.tensor(query))
    return torch.sort(scores, descending=True, stable=True).indices[:k].tolist()


def analogy(embeddings, a, b, c):
    E = torch.tensor(embeddings)
    scores = _cosines(E, E[b] - E[a] + E[c])
    scores = scores.index_fill(0, torch.tensor([a, b, c]), float("-inf"))
    return torch.sort(scores, descending=True, stable=True).indices[0].item()


def skipgram_pairs(tokens, window):
    pairs = []
    for centre, token in enumerate(tokens):
        offsets = torch.arange(-window, window + 1)
        places = centre + offsets[offsets != 0]
        places = places[(places >= 0) & (places < len(tokens))]
        pairs.extend((token, tokens[place]) for place in places.tolist())
    return pairs


def cbow_pairs(tokens, window):
    padded = [None] * window + list(tokens) + [None] * window
    result = []
    for i in range(len(tokens)):
        around = padded[i : i + window] + padded[i + window + 1 : i + 2 * window + 1]
        around = [token for token in around if token is not None]
        if around:
            result.append((around, tokens[i]))
    return result


def cooccurrence(documents, vocabulary, window):
    index = {word: i for i, word in enumerate(vocabulary)}
    counts = torch.zeros(len(vocabulary), len(vocabulary), dtype=torch.int64)
    for document in documents:
        ids = torch.tensor([index.get(token, -1) for token in document], dtype=torch.int64)
        for shift in range(1, window + 1):
            left, right = ids[:-shift], ids[shift:]
            known = (left >= 0) & (right >= 0)
            pair = (left[known], right[known])
            counts.index_put_(pair, torch.ones(len(pair[0]), dtype=torch.int64), accumulate=True)
            counts.index_put_(pair[::-1], torch.ones(len(pair[0]), dtype=torch.int64), accumulate=True)
    return counts.numpy()


def character_ngrams(word, n_min, n_max):
    codes = torch.tensor([ord(letter) for letter in f"<{word}>"])
    found = []
    for n in range(n_min, n_max + 1):
        if n <= len(codes):
            found += ["".join(map(chr, run)) for run in codes.unfold(0, n, 1).tolist()]
    return found


def wordpiece(word, vocabulary, unknown):
    output, start = [], 0
    while start < len(word):
        end = len(word)
        current = None
        while start < end:
            substring = word[start:end]
            if start > 0:
                substring = "##" + substring
            if substring in vocabulary:
                current = substring
                break
            end -= 1
        if current is None:
            return [unknown]
        output.append(current)
        start = end
    return output


def embedding_backward(dE, ids, size):
    W = torch.zeros(size, dE.shape[1], dtype=torch.float64, requires_grad=True)
    F.embedding(torch.tensor(ids), W).backward(torch.tensor(dE))
    return W.grad.numpy()


def mean_pool(hidden, mask):
    h, m = torch.tensor(hidden), torch.tensor(mask).unsqueeze(-1).double()
    return ((h * m).sum(0) / m.sum().clamp(min=1e-9)).numpy()
