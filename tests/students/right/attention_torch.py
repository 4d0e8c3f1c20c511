"""Считает torch, наружу выходят массивы NumPy."""
import numpy as np
import torch
import torch.nn.functional as F


def tensor(array, grad=False):
    return torch.tensor(array, dtype=torch.float64, requires_grad=grad)


def softmax(z):
    return torch.softmax(tensor(z), dim=-1).numpy()


def softmax_backward(dP, P):
    z = tensor(P).log().requires_grad_()
    torch.softmax(z, -1).backward(tensor(dP))
    return z.grad.numpy()


def project_qkv(X, W_q, W_k, W_v):
    return tuple(F.linear(tensor(X), tensor(W).T).numpy() for W in (W_q, W_k, W_v))


def attention_scores(Q, K):
    return (tensor(Q) @ tensor(K).transpose(0, 1)).div(Q.shape[-1] ** 0.5).numpy()


def attention_weights(Q, K, mask=None):
    scores = torch.from_numpy(attention_scores(Q, K))
    if mask is None:
        return scores.softmax(dim=1).numpy()
    forbidden = ~torch.from_numpy(mask)
    weights = scores.masked_fill(forbidden, float("-inf")).softmax(dim=1)
    return weights.masked_fill(forbidden, 0.0).numpy()


def scaled_dot_product_attention(Q, K, V, mask=None):
    mask = None if mask is None else torch.from_numpy(mask)
    return F.scaled_dot_product_attention(tensor(Q)[None], tensor(K)[None], tensor(V)[None], attn_mask=mask)[0].numpy()


def causal_mask(size):
    return torch.ones(size, size, dtype=torch.bool).tril().numpy()


def padding_mask(lengths, size):
    return (torch.arange(size)[None, :] < torch.from_numpy(lengths)[:, None]).numpy()


def combine_masks(lengths, size):
    causal = torch.from_numpy(causal_mask(size))
    padding = torch.from_numpy(padding_mask(lengths, size))
    return torch.logical_and(causal.unsqueeze(0), padding.unsqueeze(1)).numpy()


def split_heads(X, heads):
    if X.shape[1] % heads:
        raise ValueError(f"{heads} не делит {X.shape[1]}")
    return torch.stack(tensor(X).chunk(heads, dim=1)).numpy()


def merge_heads(X):
    return torch.cat(list(tensor(X)), dim=1).numpy()


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    t, d = X.shape

    def split(W):
        return (tensor(X) @ tensor(W)).view(1, t, heads, d // heads).transpose(1, 2)

    mask = None if mask is None else torch.from_numpy(mask)
    O = F.scaled_dot_product_attention(split(W_q), split(W_k), split(W_v), attn_mask=mask)
    return (O.transpose(1, 2).reshape(t, d) @ tensor(W_o)).numpy()


def attention_backward(dO, Q, K, V):
    Q, K, V = tensor(Q, True), tensor(K, True), tensor(V, True)
    O = F.scaled_dot_product_attention(Q[None], K[None], V[None])[0]
    O.backward(tensor(dO))
    return Q.grad.numpy(), K.grad.numpy(), V.grad.numpy()
