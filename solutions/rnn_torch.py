"""The recurrent cell as a PyTorch module: the equation of rnn.rnn_step, with gradients by autograd."""

import torch
from jaxtyping import Float
from torch import Tensor, nn


class RNNCell(nn.Module):
    """One step of a simple recurrent network.

    h' = tanh(x W_xh + h W_hh + b)

    Elman (1990), Finding structure in time, Cognitive Science 14.
    """

    W_xh: Float[Tensor, "input_size hidden_size"]
    W_hh: Float[Tensor, "hidden_size hidden_size"]
    b: Float[Tensor, "hidden_size"]

    def __init__(self, input_size: int, hidden_size: int) -> None:
        """Weights as Glorot and Bengio (2010) start them, a bias of zero."""
        super().__init__()
        self.W_xh = nn.Parameter(nn.init.xavier_uniform_(torch.empty(input_size, hidden_size)))
        self.W_hh = nn.Parameter(nn.init.xavier_uniform_(torch.empty(hidden_size, hidden_size)))
        self.b = nn.Parameter(torch.zeros(hidden_size))

    def forward(
        self, x: Float[Tensor, "n input_size"], h: Float[Tensor, "n hidden_size"]
    ) -> Float[Tensor, "n hidden_size"]:
        """The state after the step."""
        return torch.tanh(x @ self.W_xh + h @ self.W_hh + self.b)
