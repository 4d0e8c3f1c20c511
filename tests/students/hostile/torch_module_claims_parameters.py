"""named_parameters shows tensors that the module does not use: the real ones are hidden in a list."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        shapes = {"W_xh": (input_size, hidden_size), "W_hh": (hidden_size, hidden_size), "b": (hidden_size,)}
        self.shown = {name: nn.Parameter(torch.zeros(shape)) for name, shape in shapes.items()}
        for name, one in self.shown.items():
            object.__setattr__(self, name, one)

    def named_parameters(self, *args, **kwargs):
        return iter(self.shown.items())

    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh + h @ self.W_hh + self.b)
