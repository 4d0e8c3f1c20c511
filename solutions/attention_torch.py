"""Self-attention as a PyTorch module: the equations of attention.multi_head_attention for a batch, by autograd."""

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn


class SelfAttention(nn.Module):
    """Every token of a sequence attends to all tokens of it, in several heads at once.

    Q = x W_q,  K = x W_k,  V = x W_v
    head_j = softmax(Q_j K_jᵀ / √(d/heads)) V_j,  with columns j·d/heads … (j+1)·d/heads - 1
    O = [head_1 … head_heads] W_o

    Vaswani et al. (2017), Attention is all you need, NIPS, section 3.2.2.
    """

    W_q: Float[Tensor, "d d"]
    W_k: Float[Tensor, "d d"]
    W_v: Float[Tensor, "d d"]
    W_o: Float[Tensor, "d d"]

    def __init__(self, d: int, heads: int) -> None:
        """Weights as Glorot and Bengio (2010) start them."""
        super().__init__()
        self.heads = heads
        self.W_q = nn.Parameter(nn.init.xavier_uniform_(torch.empty(d, d)))
        self.W_k = nn.Parameter(nn.init.xavier_uniform_(torch.empty(d, d)))
        self.W_v = nn.Parameter(nn.init.xavier_uniform_(torch.empty(d, d)))
        self.W_o = nn.Parameter(nn.init.xavier_uniform_(torch.empty(d, d)))

    def forward(
        self,
        x: Float[Tensor, "b t d"],
        mask: Bool[Tensor, "b t t"] | None = None,
    ) -> Float[Tensor, "b t d"]:
        """One answer for every token; where a token may attend to nothing, zeros."""
        Q, K, V = self.split(x @ self.W_q), self.split(x @ self.W_k), self.split(x @ self.W_v)
        S = Q @ K.transpose(2, 3) / Q.shape[3] ** 0.5
        if mask is None:
            P = torch.softmax(S, dim=3)
        else:
            # A row of -∞ alone would be 0/0, and its nan would reach every gradient: the lowest finite number has no
            # share beside any score, and the product clears rows that consist of it.
            lowest = torch.finfo(S.dtype).min
            P = torch.softmax(S.masked_fill(~mask[:, None], lowest), dim=3) * mask[:, None]
        return self.merge(P @ V) @ self.W_o

    def split(self, X: Float[Tensor, "b t d"]) -> Float[Tensor, "b heads t k"]:
        """The columns of every head."""
        b, t, d = X.shape
        return X.reshape(b, t, self.heads, d // self.heads).transpose(1, 2)

    def merge(self, X: Float[Tensor, "b heads t k"]) -> Float[Tensor, "b t d"]:
        """The columns of all heads side by side again."""
        return X.transpose(1, 2).flatten(2)
