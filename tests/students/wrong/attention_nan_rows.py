# Как в большинстве блогов: masked_fill(-inf) и softmax.
import math

import torch


def attention_weights(Q, K, mask=None):
    scores = torch.from_numpy(Q) @ torch.from_numpy(K).T / math.sqrt(Q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~torch.from_numpy(mask), -math.inf)
    return scores.softmax(-1).numpy()


def scaled_dot_product_attention(Q, K, V, mask=None):
    return attention_weights(Q, K, mask) @ V


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    t, d = X.shape
    Q, K, V = (torch.from_numpy(X @ W).view(t, heads, d // heads).transpose(0, 1) for W in (W_q, W_k, W_v))
    scores = Q @ K.transpose(1, 2) / math.sqrt(d // heads)
    if mask is not None:
        scores = scores.masked_fill(torch.from_numpy(mask) == 0, float("-inf"))
    out = (scores.softmax(-1) @ V).transpose(0, 1).reshape(t, d)
    return out.numpy() @ W_o
