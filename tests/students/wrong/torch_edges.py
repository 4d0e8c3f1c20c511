"""Right in general, wrong where the batch is one, where a gate saturates, where nothing may be attended to."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.randn(hidden_size))

    def forward(self, x, h):
        return torch.tanh(torch.squeeze(x @ self.W_xh + h @ self.W_hh + self.b))


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Parameter(torch.randn(input_size, 4 * hidden_size))
        self.U = nn.Parameter(torch.randn(hidden_size, 4 * hidden_size))
        self.b = nn.Parameter(torch.randn(4 * hidden_size))

    def forward(self, x, h, c):
        i, f, g, o = torch.clamp(x @ self.W + h @ self.U + self.b, -6, 6).chunk(4, dim=1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        return o.sigmoid() * c.tanh(), c


class SelfAttention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q, self.W_k, self.W_v, self.W_o = (nn.Parameter(torch.randn(d, d)) for _ in range(4))

    def forward(self, x, mask=None):
        b, t, d = x.shape
        q, k, v = ((x @ W).view(b, t, self.heads, -1).transpose(1, 2) for W in (self.W_q, self.W_k, self.W_v))
        scores = q @ k.transpose(2, 3) / (d // self.heads) ** 0.5
        if mask is not None:
            additive = torch.zeros(b, 1, t, t, dtype=x.dtype).masked_fill(~mask[:, None], float("-inf"))
            scores = scores + additive
        weights = torch.softmax(scores, dim=-1)
        weights = torch.where(torch.isnan(weights), torch.zeros_like(weights), weights)
        return (weights @ v).transpose(1, 2).flatten(2) @ self.W_o
