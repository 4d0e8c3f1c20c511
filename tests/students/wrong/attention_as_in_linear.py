import torch
from torch.nn.functional import linear


def project_qkv(X, W_q, W_k, W_v):
    X = torch.from_numpy(X)
    return tuple(linear(X, torch.from_numpy(W)).numpy() for W in (W_q, W_k, W_v))


def multi_head_attention(X, W_q, W_k, W_v, W_o, heads, mask=None):
    X, W_q, W_k, W_v, W_o = map(torch.from_numpy, (X, W_q, W_k, W_v, W_o))
    t, d = X.shape
    Q, K, V = (linear(X, W).view(t, heads, d // heads).transpose(0, 1)[None] for W in (W_q, W_k, W_v))
    mask = None if mask is None else torch.from_numpy(mask)
    out = torch.nn.functional.scaled_dot_product_attention(Q, K, V, attn_mask=mask)[0]
    return linear(out.transpose(0, 1).reshape(t, d), W_o).numpy()
