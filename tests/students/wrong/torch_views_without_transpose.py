"""Shapes are right, axes are not."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.randn(hidden_size))

    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh + nn.functional.linear(h, self.W_hh, self.b))


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Parameter(torch.randn(input_size, 4 * hidden_size))
        self.U = nn.Parameter(torch.randn(hidden_size, 4 * hidden_size))
        self.b = nn.Parameter(torch.randn(4 * hidden_size))

    def forward(self, x, h, c):
        a = (x @ self.W + h @ self.U + self.b).view(len(x), -1, 4)
        i, f, g, o = a.unbind(-1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        return o.sigmoid() * c.tanh(), c


class SelfAttention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q, self.W_k, self.W_v, self.W_o = (nn.Parameter(torch.randn(d, d)) for _ in range(4))

    def forward(self, x, mask=None):
        b, t, d = x.shape
        q, k, v = ((x @ W).view(b, self.heads, t, -1) for W in (self.W_q, self.W_k, self.W_v))
        mask = None if mask is None else mask.unsqueeze(1)
        answer = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return answer.reshape(b, t, d) @ self.W_o
