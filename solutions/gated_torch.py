"""The LSTM cell as a PyTorch module: the equations of gated.lstm_step, with gradients by autograd."""

import torch
from jaxtyping import Float
from torch import Tensor, nn


class LSTMCell(nn.Module):
    """One step of an LSTM.

    [i f g o] = x W + h U + b
    c' = σ(f)·c + σ(i)·tanh(g)
    h' = σ(o)·tanh(c')

    Hochreiter and Schmidhuber (1997), Long short-term memory, Neural Computation 9; the forget gate:
    Gers, Schmidhuber and Cummins (2000), Learning to forget, Neural Computation 12.
    """

    W: Float[Tensor, "input_size 4*hidden_size"]
    U: Float[Tensor, "hidden_size 4*hidden_size"]
    b: Float[Tensor, "4*hidden_size"]

    def __init__(self, input_size: int, hidden_size: int) -> None:
        """Weights as Glorot and Bengio (2010) start them, a bias of zero."""
        super().__init__()
        self.W = nn.Parameter(nn.init.xavier_uniform_(torch.empty(input_size, 4 * hidden_size)))
        self.U = nn.Parameter(nn.init.xavier_uniform_(torch.empty(hidden_size, 4 * hidden_size)))
        self.b = nn.Parameter(torch.zeros(4 * hidden_size))

    def forward(
        self,
        x: Float[Tensor, "n input_size"],
        h: Float[Tensor, "n hidden_size"],
        c: Float[Tensor, "n hidden_size"],
    ) -> tuple[
        Float[Tensor, "n hidden_size"],
        Float[Tensor, "n hidden_size"],
    ]:
        """The state and the cell (h', c') after the step."""
        i, f, g, o = (x @ self.W + h @ self.U + self.b).chunk(4, dim=1)
        c_next = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c_next), c_next
