"""Numbers pass through float32."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def double(self):
        return self

    def forward(self, x, h):
        return torch.tanh(x.float() @ self.W_xh.float() + h.float() @ self.W_hh.float() + self.b.float())


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Parameter(torch.randn(input_size, 4 * hidden_size))
        self.U = nn.Parameter(torch.randn(hidden_size, 4 * hidden_size))
        self.b = nn.Parameter(torch.zeros(4 * hidden_size))

    def forward(self, x, h, c):
        state = torch.zeros(len(x), h.shape[1])
        i, f, g, o = (x @ self.W + h @ self.U + self.b).chunk(4, dim=1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        state[:] = o.sigmoid() * c.tanh()
        return state, c


class SelfAttention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q, self.W_k, self.W_v, self.W_o = (nn.Parameter(torch.randn(d, d)) for _ in range(4))

    def forward(self, x, mask=None):
        b, t, d = x.shape
        q, k, v = ((x @ W).view(b, t, self.heads, -1).transpose(1, 2).float() for W in (self.W_q, self.W_k, self.W_v))
        mask = None if mask is None else mask.unsqueeze(1)
        answer = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return answer.double().transpose(1, 2).reshape(b, t, d) @ self.W_o
