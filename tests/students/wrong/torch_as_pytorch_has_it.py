"""PyTorch's own modules behind the names asked for."""

import torch
from torch import nn


class RNNCell(nn.RNNCell):
    def forward(self, x, h):
        return super().forward(x, h)


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Parameter(torch.randn(4 * hidden_size, input_size))
        self.U = nn.Parameter(torch.randn(4 * hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(4 * hidden_size))

    def forward(self, x, h, c):
        i, f, g, o = nn.functional.linear(torch.cat([x, h], 1), torch.cat([self.W, self.U], 1), self.b).chunk(4, 1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        return o.sigmoid() * c.tanh(), c


class SelfAttention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.attention = nn.MultiheadAttention(d, heads, batch_first=True)

    def forward(self, x, mask=None):
        return self.attention(x, x, x, attn_mask=None if mask is None else ~mask)[0]
