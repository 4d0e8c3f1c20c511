"""What goes wrong in self-attention written in PyTorch, as code: each class is a mistake that students make."""

import torch
from torch import nn


class _Layer(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q = nn.Parameter(torch.randn(d, d))
        self.W_k = nn.Parameter(torch.randn(d, d))
        self.W_v = nn.Parameter(torch.randn(d, d))
        self.W_o = nn.Parameter(torch.randn(d, d))

    def project(self, x):
        return x @ self.W_q, x @ self.W_k, x @ self.W_v

    def split(self, x):
        b, t, d = x.shape
        return x.view(b, t, self.heads, d // self.heads).transpose(1, 2)

    def merge(self, x):
        return x.transpose(1, 2).flatten(2)

    def scale(self, x, q):
        return q.shape[-1] ** 0.5

    def weights(self, scores, mask):
        if mask is None:
            return torch.softmax(scores, dim=-1)
        return torch.softmax(scores.masked_fill(~mask, float("-inf")), dim=-1).nan_to_num(0.0)

    def output(self, x, heads):
        return heads @ self.W_o

    def forward(self, x, mask=None):
        q, k, v = map(self.split, self.project(x))
        scores = q @ k.transpose(-2, -1) / self.scale(x, q)
        weights = self.weights(scores, None if mask is None else mask[:, None])
        return self.output(x, self.merge(weights @ v))


# ---------------------------------------------------------------- parameters


class layer_of_linear_layers(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q = nn.Linear(d, d)
        self.W_k = nn.Linear(d, d)
        self.W_v = nn.Linear(d, d)
        self.W_o = nn.Linear(d, d)

    def forward(self, x, mask=None):
        return self.W_o(self.W_v(x))


class layer_fused_projection(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_qkv = nn.Parameter(torch.randn(d, 3 * d))
        self.W_o = nn.Parameter(torch.randn(d, d))

    def forward(self, x, mask=None):
        return (x @ self.W_qkv).chunk(3, dim=-1)[2] @ self.W_o


class layer_matrices_for_every_head(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.W_q = nn.Parameter(torch.randn(heads, d, d // heads))
        self.W_k = nn.Parameter(torch.randn(heads, d, d // heads))
        self.W_v = nn.Parameter(torch.randn(heads, d, d // heads))
        self.W_o = nn.Parameter(torch.randn(d, d))

    def forward(self, x, mask=None):
        return (x[:, None] @ self.W_v).transpose(1, 2).flatten(2) @ self.W_o


class layer_without_parameters(nn.Module):
    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.W_q, self.W_k, self.W_v, self.W_o = (torch.randn(d, d, requires_grad=True) for _ in range(4))

    def forward(self, x, mask=None):
        return x @ self.W_v @ self.W_o


class layer_without_output_weights(_Layer):
    def __init__(self, d, heads):
        super().__init__(d, heads)
        del self.W_o

    def output(self, x, heads):
        return heads


# ---------------------------------------------------------------- heads and scores


class layer_output_weights_unused(_Layer):
    def output(self, x, heads):
        return heads


class layer_output_weights_unused_for_one_head(_Layer):
    def output(self, x, heads):
        return heads if self.heads == 1 else heads @ self.W_o


class layer_weights_transposed(_Layer):
    def project(self, x):
        return x @ self.W_q.T, x @ self.W_k.T, x @ self.W_v.T

    def output(self, x, heads):
        return heads @ self.W_o.T


class layer_with_residual(_Layer):
    def output(self, x, heads):
        return x + heads @ self.W_o


class layer_all_in_one_head(_Layer):
    def split(self, x):
        return x[:, None]


class layer_split_by_reshape(_Layer):
    def split(self, x):
        b, t, d = x.shape
        return x.view(b, self.heads, t, d // self.heads)


class layer_merged_by_reshape(_Layer):
    def merge(self, x):
        b, heads, t, k = x.shape
        return x.reshape(b, t, heads * k)


class layer_reshaped_both_ways(layer_split_by_reshape):
    def merge(self, x):
        b, heads, t, k = x.shape
        return x.reshape(b, t, heads * k)


class layer_heads_interleaved(_Layer):
    def split(self, x):
        b, t, d = x.shape
        return x.view(b, t, d // self.heads, self.heads).permute(0, 3, 1, 2)


class layer_scaled_by_model_width(_Layer):
    def scale(self, x, q):
        return x.shape[-1] ** 0.5


class layer_without_scale(_Layer):
    def scale(self, x, q):
        return 1.0


class layer_divided_by_width(_Layer):
    def scale(self, x, q):
        return q.shape[-1]


class layer_softmax_over_queries(_Layer):
    def weights(self, scores, mask):
        filled = scores if mask is None else scores.masked_fill(~mask, float("-inf"))
        return torch.softmax(filled, dim=-2).nan_to_num(0.0)


class layer_over_the_batch(_Layer):
    def forward(self, x, mask=None):
        return super().forward(x.transpose(0, 1), mask).transpose(0, 1)


class layer_squeezed(_Layer):
    def forward(self, x, mask=None):
        return super().forward(x, mask).squeeze(0)


class layer_overflow(_Layer):
    def weights(self, scores, mask):
        shares = torch.exp(scores) if mask is None else torch.exp(scores) * mask
        total = shares.sum(dim=-1, keepdim=True)
        return shares / torch.where(total == 0, 1.0, total)


# ---------------------------------------------------------------- masks


class layer_mask_ignored(_Layer):
    def weights(self, scores, mask):
        return super().weights(scores, None)


class layer_mask_inverted(_Layer):
    def weights(self, scores, mask):
        return super().weights(scores, None if mask is None else ~mask)


class layer_mask_transposed(_Layer):
    def weights(self, scores, mask):
        return super().weights(scores, None if mask is None else mask.transpose(-2, -1))


class layer_first_mask_for_all(_Layer):
    def weights(self, scores, mask):
        return super().weights(scores, None if mask is None else mask[:1])


class layer_masked_after_softmax(_Layer):
    def weights(self, scores, mask):
        weights = torch.softmax(scores, dim=-1)
        return weights if mask is None else weights * mask


class layer_filled_with_zero(_Layer):
    def weights(self, scores, mask):
        return torch.softmax(scores if mask is None else scores * mask, dim=-1)


class layer_filled_with_minus_100(_Layer):
    def weights(self, scores, mask):
        if mask is None:
            return torch.softmax(scores, dim=-1)
        return torch.softmax(scores.masked_fill(~mask, -100.0), dim=-1) * mask


class layer_nan_when_fully_masked(_Layer):
    def weights(self, scores, mask):
        return torch.softmax(scores if mask is None else scores.masked_fill(~mask, float("-inf")), dim=-1)


class layer_nan_gradients_when_fully_masked(_Layer):
    def weights(self, scores, mask):
        added = 0.0 if mask is None else torch.zeros_like(scores).masked_fill(~mask, float("-inf"))
        return torch.softmax(scores + added, dim=-1).nan_to_num(0.0)


class layer_uniform_when_fully_masked(_Layer):
    def weights(self, scores, mask):
        return torch.softmax(scores if mask is None else scores.masked_fill(~mask, -1e9), dim=-1)


class layer_unmasked_when_fully_masked(_Layer):
    def weights(self, scores, mask):
        return super().weights(scores, None if mask is None else mask | ~mask.any(dim=-1, keepdim=True))


# ---------------------------------------------------------------- gradients and numbers


class layer_without_gradients(_Layer):
    def forward(self, x, mask=None):
        with torch.no_grad():
            return super().forward(x, mask)


class layer_weights_detached(_Layer):
    def weights(self, scores, mask):
        return super().weights(scores, mask).detach()


class layer_in_single_precision(_Layer):
    def forward(self, x, mask=None):
        return super().forward(x.float().double(), mask).float().double()


class layer_answers_by_mode(_Layer):
    def weights(self, scores, mask):
        return nn.functional.dropout(super().weights(scores, mask), 0.1, self.training)
