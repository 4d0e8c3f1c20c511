"""A piece of each formula is missing or stands elsewhere."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Linear(input_size, hidden_size, bias=False)
        self.W_hh = nn.Linear(hidden_size, hidden_size, bias=False)
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def forward(self, x, h):
        return self.W_xh(x) + self.W_hh(h) + self.b


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Linear(input_size, 4 * hidden_size, bias=False)
        self.U = nn.Linear(hidden_size, 4 * hidden_size, bias=False)
        self.b = nn.Parameter(torch.zeros(4 * hidden_size))

    def forward(self, x, h, c):
        i, f, o, g = (self.W(x) + self.U(h) + self.b).chunk(4, dim=-1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        return o.sigmoid() * c.tanh(), c


class SelfAttention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q, self.W_k, self.W_v, self.W_o = (nn.Linear(d, d, bias=False) for _ in range(4))

    def forward(self, x, mask=None):
        b, t, d = x.shape
        q, k, v = (W(x).view(b, t, self.heads, -1).transpose(1, 2) for W in (self.W_q, self.W_k, self.W_v))
        mask = None if mask is None else mask[:, None]
        answer = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask, scale=d**-0.5)
        return self.W_o(answer.transpose(1, 2).reshape(b, t, d))
