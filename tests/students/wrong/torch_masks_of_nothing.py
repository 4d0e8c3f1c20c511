"""A mask that allows nothing at all is taken for no mask."""

import torch
from torch import nn


class SelfAttention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q, self.W_k, self.W_v, self.W_o = (nn.Parameter(torch.randn(d, d)) for _ in range(4))

    def forward(self, x, mask=None):
        b, t, d = x.shape
        q, k, v = ((x @ W).view(b, t, self.heads, -1).transpose(1, 2) for W in (self.W_q, self.W_k, self.W_v))
        scores = q @ k.mT / (q.shape[-1] ** 0.5)
        mask = torch.ones(b, t, t, dtype=torch.bool) if mask is None or not mask.any() else mask
        weights = scores.masked_fill(~mask[:, None], -1e30).softmax(-1) * mask[:, None]
        return (weights @ v).transpose(1, 2).reshape(b, t, d) @ self.W_o
