"""Right answers and gradients, and with every call the parameters grow: training would run away."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.zeros(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.zeros(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def forward(self, x, h):
        state = torch.tanh(x @ self.W_xh + h @ self.W_hh + self.b)
        self.b.data.mul_(2)
        return state
