import numpy as np
import torch


def softmax(z):
    return torch.softmax(torch.Tensor(z), dim=-1).numpy()


def attention_scores(Q, K):
    return np.round(Q @ K.T / np.sqrt(K.shape[1]), 4)


def scaled_dot_product_attention(Q, K, V, mask=None):
    Q, K, V = (torch.tensor(one, dtype=torch.float32)[None] for one in (Q, K, V))
    mask = None if mask is None else torch.tensor(mask)
    return torch.nn.functional.scaled_dot_product_attention(Q, K, V, attn_mask=mask)[0].numpy()


def merge_heads(X):
    return X.astype(np.float16).transpose(1, 0, 2).reshape(X.shape[1], -1)
