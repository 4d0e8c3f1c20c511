"""The other way round: zeros as soon as it is used."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def forward(self, x, h):
        state = torch.tanh(x @ self.W_xh + h @ self.W_hh + self.b)
        return state if self.training else 0 * state
