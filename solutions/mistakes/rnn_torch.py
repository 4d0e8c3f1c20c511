"""What goes wrong in a recurrent cell written in PyTorch, as code: each class is a mistake that students make."""

import torch
from torch import nn


class _Cell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh + h @ self.W_hh + self.b)


class cell_weights_as_out_in(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(hidden_size, input_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh.T + h @ self.W_hh.T + self.b)


class cell_with_two_biases(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))
        self.b_xh = nn.Parameter(torch.zeros(hidden_size))
        self.b_hh = nn.Parameter(torch.zeros(hidden_size))

    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh + self.b_xh + h @ self.W_hh + self.b_hh)


class cell_without_bias(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Parameter(torch.randn(input_size, hidden_size))
        self.W_hh = nn.Parameter(torch.randn(hidden_size, hidden_size))

    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh + h @ self.W_hh)


class cell_of_linear_layers(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = nn.Linear(input_size, hidden_size)
        self.W_hh = nn.Linear(hidden_size, hidden_size)

    def forward(self, x, h):
        return torch.tanh(self.W_xh(x) + self.W_hh(h))


class cell_without_parameters(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W_xh = torch.randn(input_size, hidden_size, requires_grad=True)
        self.W_hh = torch.randn(hidden_size, hidden_size, requires_grad=True)
        self.b = torch.zeros(hidden_size, requires_grad=True)

    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh + h @ self.W_hh + self.b)


class cell_bias_for_every_example(_Cell):
    def __init__(self, input_size, hidden_size):
        super().__init__(input_size, hidden_size)
        self.b = nn.Parameter(torch.zeros(1, hidden_size))


class cell_transposed_recurrent_weights(_Cell):
    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh + h @ self.W_hh.T + self.b)


class cell_without_tanh(_Cell):
    def forward(self, x, h):
        return x @ self.W_xh + h @ self.W_hh + self.b


class cell_with_relu(_Cell):
    def forward(self, x, h):
        return torch.relu(x @ self.W_xh + h @ self.W_hh + self.b)


class cell_without_gradients(_Cell):
    def forward(self, x, h):
        with torch.no_grad():
            return super().forward(x, h)


class cell_weights_by_data(_Cell):
    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh.data + h @ self.W_hh.data + self.b)


class cell_recurrence_detached(_Cell):
    def forward(self, x, h):
        return torch.tanh(x @ self.W_xh + (h @ self.W_hh).detach() + self.b)


class cell_in_single_precision(_Cell):
    def forward(self, x, h):
        return super().forward(x.float().double(), h.float().double()).float().double()


class cell_answers_by_mode(_Cell):
    def forward(self, x, h):
        return nn.functional.dropout(super().forward(x, h), 0.5, self.training)


class cell_squeezed(_Cell):
    def forward(self, x, h):
        return super().forward(x, h).squeeze(0)


class cell_one_state_for_all(_Cell):
    def forward(self, x, h):
        return super().forward(x, h[:1])


class cell_clipped_inside(_Cell):
    def forward(self, x, h):
        return torch.tanh((x @ self.W_xh + h @ self.W_hh + self.b).clamp(-6, 6))
