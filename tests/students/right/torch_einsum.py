"""Plain parameters and einsum, gates and heads as axes of their own."""

import math

import torch
from torch import nn


def parameter(*shape):
    return nn.Parameter(torch.empty(*shape).uniform_(-0.1, 0.1))


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = parameter(input_size, hidden_size)
        self.W_hh = parameter(hidden_size, hidden_size)
        self.b = parameter(hidden_size)

    def forward(self, x, h):
        a = torch.einsum("nd,dk->nk", x, self.W_xh) + torch.einsum("nk,kl->nl", h, self.W_hh)
        return (a + self.b).tanh()


class LSTMCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.W = parameter(input_size, 4 * hidden_size)
        self.U = parameter(hidden_size, 4 * hidden_size)
        self.b = parameter(4 * hidden_size)

    def forward(self, x, h, c):
        W, U, b = (one.unflatten(-1, (4, self.hidden_size)) for one in (self.W, self.U, self.b))
        a = torch.einsum("nd,dgk->gnk", x, W) + torch.einsum("nl,lgk->gnk", h, U) + b[:, None]
        i, f, o = a[[0, 1, 3]].sigmoid()
        c = f * c + i * a[2].tanh()
        return [o * c.tanh(), c]


class SelfAttention(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.d, self.heads = d, heads
        self.W_q, self.W_k, self.W_v, self.W_o = (parameter(d, d) for _ in range(4))

    def forward(self, x, mask=None):
        width = self.d // self.heads
        q, k, v = (
            torch.einsum("btd,dhk->bhtk", x, W.reshape(self.d, self.heads, width))
            for W in (self.W_q, self.W_k, self.W_v)
        )
        scores = torch.einsum("bhqk,bhsk->bhqs", q, k) / math.sqrt(width)
        if mask is not None:
            empty = ~mask.any(dim=-1)[:, None, :, None]
            scores = scores.masked_fill(~mask[:, None], float("-inf")).masked_fill(empty, 0)
        weights = scores.softmax(-1)
        if mask is not None:
            weights = weights.masked_fill(empty, 0)
        return torch.einsum("bhqs,bhsk,hkd->bqd", weights, v, self.W_o.reshape(self.heads, width, self.d))
