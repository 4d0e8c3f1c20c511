"""A base class that makes parameters from a table, helper modules without parameters, loops over heads."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class WithTable(nn.Module):
    """A module whose parameters are listed by name and shape."""

    def __init__(self, **shapes: tuple[int, ...]) -> None:
        super().__init__()
        for name, shape in shapes.items():
            self.register_parameter(name, nn.Parameter(0.1 * torch.randn(shape)))


class Attend(nn.Module):
    """Softmax by hand over the keys that are allowed; it has no parameters."""

    def forward(self, Q: Tensor, K: Tensor, V: Tensor, mask: Tensor | None) -> Tensor:
        scores = Q @ K.mT * K.shape[-1] ** -0.5
        allowed = torch.ones_like(scores, dtype=torch.bool) if mask is None else mask
        top = scores.masked_fill(~allowed, -torch.inf).amax(-1, keepdim=True).detach()
        top = torch.where(torch.isfinite(top), top, 0.0)
        shares = torch.where(allowed, scores - top, -torch.inf).exp()
        total = shares.sum(-1, keepdim=True)
        return (shares / torch.where(total > 0, total, 1.0)) @ V


class Gates(nn.Module):
    def forward(self, a: Tensor) -> tuple[Tensor, ...]:
        k = a.shape[1] // 4
        return a[:, :k].sigmoid(), a[:, k : 2 * k].sigmoid(), a[:, 2 * k : 3 * k].tanh(), a[:, 3 * k :].sigmoid()


class RNNCell(WithTable):
    def __init__(self, input_size: int, hidden_size: int) -> None:
        k = hidden_size
        super().__init__(W_xh=(input_size, k), W_hh=(k, k), b=(k,))

    def forward(self, x: Tensor, h: Tensor) -> Tensor:
        both, weights = torch.cat([x, h], dim=1), torch.cat([self.W_xh, self.W_hh])
        return torch.tanh(torch.addmm(self.b, both, weights))


class LSTMCell(WithTable):
    def __init__(self, input_size: int, hidden_size: int) -> None:
        super().__init__(W=(input_size, 4 * hidden_size), U=(hidden_size, 4 * hidden_size), b=(4 * hidden_size,))
        self.gates = Gates()

    def forward(self, x: Tensor, h: Tensor, c: Tensor) -> tuple[Tensor, Tensor]:
        i, f, g, o = self.gates(x @ self.W + h @ self.U + self.b)
        c = torch.addcmul(f * c, i, g)
        return torch.tanh(c) * o, c


class SelfAttention(WithTable):
    def __init__(self, d: int, heads: int) -> None:
        super().__init__(**{f"W_{letter}": (d, d) for letter in "qkvo"})
        self.heads, self.attend = heads, Attend()

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        parts = [(x @ W).chunk(self.heads, dim=2) for W in (self.W_q, self.W_k, self.W_v)]
        heads = [self.attend(Q, K, V, mask) for Q, K, V in zip(*parts)]
        return torch.cat(heads, dim=2) @ self.W_o
