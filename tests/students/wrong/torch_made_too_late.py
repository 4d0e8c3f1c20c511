"""Parameters that are made in forward, kept in lists and tables, shared, or tensors only."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.W_xh = None

    def forward(self, x, h):
        if self.W_xh is None:
            self.W_xh = nn.Parameter(torch.randn(x.shape[1], self.hidden_size, dtype=x.dtype))
            self.W_hh = nn.Parameter(torch.randn(self.hidden_size, self.hidden_size, dtype=x.dtype))
            self.b = nn.Parameter(torch.zeros(self.hidden_size, dtype=x.dtype))
        return torch.tanh(x @ self.W_xh + h @ self.W_hh + self.b)


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.weights = nn.ParameterDict(
            {
                "W": torch.randn(input_size, 4 * hidden_size),
                "U": torch.randn(hidden_size, 4 * hidden_size),
                "b": torch.zeros(4 * hidden_size),
            }
        )

    def forward(self, x, h, c):
        i, f, g, o = (x @ self.weights["W"] + h @ self.weights["U"] + self.weights["b"]).chunk(4, dim=1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        return o.sigmoid() * c.tanh(), c


class SelfAttention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q, self.W_v, self.W_o = (nn.Parameter(torch.randn(d, d)) for _ in range(3))
        self.W_k = self.W_q

    def forward(self, x, mask=None):
        return x @ self.W_o
