"""Names of parameters that are meant for the report: markup, escapes, a thousand of them."""

import torch
from torch import nn


class RNNCell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self._parameters["\x1b[2J<script>alert(1)</script>\u202e=HYPERLINK()"] = nn.Parameter(torch.zeros(1))
        self._parameters["[bold]{names}[/bold]\n\n100 / 100"] = nn.Parameter(torch.zeros(1))
        for number in range(1000):
            self._parameters[f"{number}" * 500] = nn.Parameter(torch.zeros(1))

    def forward(self, x, h):
        return x @ self.W_xh
