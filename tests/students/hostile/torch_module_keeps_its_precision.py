"""Will not be converted, will not be loaded: double, to, _apply and load_state_dict do nothing."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def _apply(self, function, recurse=True):
        return self

    def double(self):
        return self

    to = float = half = load_state_dict = lambda self, *args, **kwargs: self

    def forward(self, x, h):
        return torch.tanh(x.float() @ self.W_xh + h.float() @ self.W_hh + self.b)
