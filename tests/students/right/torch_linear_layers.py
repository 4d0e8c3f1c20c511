"""Layers without bias hold the matrices; PyTorch's own attention does the rest."""

import torch
import torch.nn as nn
import torch.nn.functional as F


class RNNCell(nn.Module):
    def __init__(self, input_size: int, hidden_size: int):
        super(RNNCell, self).__init__()
        self.W_xh = nn.Linear(input_size, hidden_size, bias=False)
        self.W_hh = nn.Linear(hidden_size, hidden_size, bias=False)
        self.b = nn.Parameter(torch.zeros(hidden_size))
        self.activation = nn.Tanh()
        self.init_weights()

    def init_weights(self):
        for parameter in self.parameters():
            if parameter.dim() > 1:
                nn.init.orthogonal_(parameter)

    def forward(self, x, h):
        return self.activation(self.W_xh(x) + self.W_hh(h) + self.b)


class LSTMCell(nn.Module):
    def __init__(self, input_size: int, hidden_size: int):
        super().__init__()
        self.W = nn.Linear(input_size, 4 * hidden_size, bias=False)
        self.U = nn.Linear(hidden_size, 4 * hidden_size, bias=False)
        self.b = nn.Parameter(torch.zeros(4 * hidden_size))
        with torch.no_grad():
            self.b[hidden_size : 2 * hidden_size] = 1

    def forward(self, x, h, c):
        i, f, g, o = torch.split(self.W(x) + self.U(h) + self.b, h.size(1), dim=-1)
        c_new = F.sigmoid(f) * c + F.sigmoid(i) * F.tanh(g)
        return F.sigmoid(o) * F.tanh(c_new), c_new


class SelfAttention(nn.Module):
    def __init__(self, d: int, heads: int):
        super().__init__()
        assert d % heads == 0, "heads must divide d"
        self.heads = heads
        self.register_buffer("scale", torch.tensor((d / heads) ** -0.5, dtype=torch.float64))
        for name in ("W_q", "W_k", "W_v", "W_o"):
            self.add_module(name, nn.Linear(d, d, bias=False))

    def forward(self, x, mask=None):
        batch, time, d = x.size()
        q, k, v = (
            layer(x).view(batch, time, self.heads, d // self.heads).transpose(1, 2)
            for layer in (self.W_q, self.W_k, self.W_v)
        )
        mask = mask.unsqueeze(1) if mask is not None else None
        answer = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=0.0)
        return self.W_o(answer.transpose(1, 2).contiguous().view(batch, time, d))
