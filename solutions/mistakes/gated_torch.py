"""What goes wrong in an LSTM cell written in PyTorch, as code: each class is a mistake that students make."""

import torch
from torch import nn


class _Cell(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Parameter(torch.randn(input_size, 4 * hidden_size))
        self.U = nn.Parameter(torch.randn(hidden_size, 4 * hidden_size))
        self.b = nn.Parameter(torch.zeros(4 * hidden_size))

    def blocks(self, x, h):
        return (x @ self.W + h @ self.U + self.b).chunk(4, dim=1)

    def step(self, i, f, g, o, c):
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c

    def forward(self, x, h, c):
        return self.step(*self.blocks(x, h), c)


class module_weights_as_out_in(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Parameter(torch.randn(4 * hidden_size, input_size))
        self.U = nn.Parameter(torch.randn(4 * hidden_size, hidden_size))
        self.b = nn.Parameter(torch.zeros(4 * hidden_size))

    def forward(self, x, h, c):
        i, f, g, o = (x @ self.W.T + h @ self.U.T + self.b).chunk(4, dim=1)
        return _Cell.step(self, i, f, g, o, c)


class module_with_two_biases(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Parameter(torch.randn(input_size, 4 * hidden_size))
        self.U = nn.Parameter(torch.randn(hidden_size, 4 * hidden_size))
        self.b_ih = nn.Parameter(torch.zeros(4 * hidden_size))
        self.b_hh = nn.Parameter(torch.zeros(4 * hidden_size))

    def forward(self, x, h, c):
        i, f, g, o = (x @ self.W + self.b_ih + h @ self.U + self.b_hh).chunk(4, dim=1)
        return _Cell.step(self, i, f, g, o, c)


class module_of_linear_layers(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = nn.Linear(input_size, 4 * hidden_size)
        self.U = nn.Linear(hidden_size, 4 * hidden_size)

    def forward(self, x, h, c):
        i, f, g, o = (self.W(x) + self.U(h)).chunk(4, dim=1)
        return _Cell.step(self, i, f, g, o, c)


class module_bias_for_every_example(_Cell):
    def __init__(self, input_size, hidden_size):
        super().__init__(input_size, hidden_size)
        self.b = nn.Parameter(torch.zeros(1, 4 * hidden_size))


class module_one_bias_for_all_gates(_Cell):
    def __init__(self, input_size, hidden_size):
        super().__init__(input_size, hidden_size)
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def blocks(self, x, h):
        return [block + self.b for block in (x @ self.W + h @ self.U).chunk(4, dim=1)]


class module_without_parameters(nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.W = torch.randn(input_size, 4 * hidden_size, requires_grad=True)
        self.U = torch.randn(hidden_size, 4 * hidden_size, requires_grad=True)
        self.b = torch.zeros(4 * hidden_size, requires_grad=True)

    def forward(self, x, h, c):
        return _Cell.forward(self, x, h, c)


class module_order_ifog(_Cell):
    def blocks(self, x, h):
        i, f, o, g = super().blocks(x, h)
        return i, f, g, o


class module_order_figo(_Cell):
    def blocks(self, x, h):
        f, i, g, o = super().blocks(x, h)
        return i, f, g, o


class module_gates_interleaved(_Cell):
    def blocks(self, x, h):
        a = x @ self.W + h @ self.U + self.b
        return [a[:, start::4] for start in range(4)]


class module_forget_bias_of_one(_Cell):
    def step(self, i, f, g, o, c):
        return super().step(i, f + 1, g, o, c)


class module_output_without_tanh(_Cell):
    def step(self, i, f, g, o, c):
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * c, c


class module_candidate_with_sigmoid(_Cell):
    def step(self, i, f, g, o, c):
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.sigmoid(g)
        return torch.sigmoid(o) * torch.tanh(c), c


class module_cell_first(_Cell):
    def forward(self, x, h, c):
        return super().forward(x, h, c)[::-1]


class module_state_only(_Cell):
    def forward(self, x, h, c):
        return super().forward(x, h, c)[0]


class module_stacked_results(_Cell):
    def forward(self, x, h, c):
        return torch.stack(super().forward(x, h, c))


class module_without_gradients(_Cell):
    def forward(self, x, h, c):
        with torch.no_grad():
            return super().forward(x, h, c)


class module_weights_by_data(_Cell):
    def blocks(self, x, h):
        return (x @ self.W.data + h @ self.U.data + self.b).chunk(4, dim=1)


class module_new_cell_detached(_Cell):
    def step(self, i, f, g, o, c):
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c.detach()), c


class module_returned_cell_detached(_Cell):
    def forward(self, x, h, c):
        h, c = super().forward(x, h, c)
        return h, c.detach()


class module_in_single_precision(_Cell):
    def forward(self, x, h, c):
        return tuple(one.float().double() for one in super().forward(x.float().double(), h, c))


class module_answers_by_mode(_Cell):
    def forward(self, x, h, c):
        h, c = super().forward(x, h, c)
        return nn.functional.dropout(h, 0.5, self.training), c


class module_squeezed(_Cell):
    def forward(self, x, h, c):
        return tuple(one.squeeze(0) for one in super().forward(x, h, c))


class module_one_state_for_all(_Cell):
    def forward(self, x, h, c):
        return super().forward(x, h[:1], c)


class module_clipped_inside(_Cell):
    def blocks(self, x, h):
        return [block.clamp(-6, 6) for block in super().blocks(x, h)]
