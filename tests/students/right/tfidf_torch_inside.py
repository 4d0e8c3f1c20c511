import torch


def _t(array):
    return torch.from_numpy(array.copy()).double()


def term_frequency(counts):
    c = _t(counts)
    return (c / c.sum(dim=1, keepdim=True).clamp(min=1)).numpy()


def document_frequency(counts):
    return torch.from_numpy(counts > 0).sum(dim=0).numpy()


def inverse_document_frequency(counts):
    df = _t(document_frequency(counts))
    idf = torch.log(len(counts) / df)
    return torch.where(torch.isinf(idf), torch.zeros_like(idf), idf).numpy()


def smooth_idf(counts):
    df = _t(document_frequency(counts))
    return (torch.log((1 + len(counts)) / (1 + df)) + 1).detach().numpy()


def tfidf(counts):
    return (torch.tensor(term_frequency(counts)) * torch.tensor(inverse_document_frequency(counts))).numpy()


def tfidf_smooth(counts):
    weights = _t(counts) * torch.tensor(smooth_idf(counts))
    return torch.nn.functional.normalize(weights, dim=1).numpy()


def l2_normalize(matrix):
    return torch.nn.functional.normalize(_t(matrix), p=2.0, dim=1, eps=1e-300).numpy()


def cosine_similarity(a, b):
    with torch.no_grad():
        return (_t(l2_normalize(a)) @ _t(l2_normalize(b)).mT).numpy()


def rank_documents(query, documents):
    if len(documents) == 0:
        return []
    words = {w: i for i, w in enumerate(dict.fromkeys(w for d in documents for w in d))}
    counts = torch.zeros(len(documents), len(words), dtype=torch.float64)
    for i, document in enumerate(documents):
        for w in document:
            counts[i, words[w]] += 1
    asked = torch.zeros(len(words), dtype=torch.float64)
    for w in query:
        if w in words:
            asked[words[w]] += 1
    idf = torch.log(len(documents) / (counts > 0).sum(0))
    d = torch.nn.functional.normalize(counts * idf, dim=1)
    q = torch.nn.functional.normalize(asked * idf, dim=0)
    return torch.sort(d @ q, descending=True, stable=True).indices.tolist()
