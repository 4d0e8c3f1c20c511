"""PyTorch does the work, also the gradients."""

import numpy as np
import torch

torch.set_default_dtype(torch.float64)


def tensors(*arrays, grad=False):
    return [torch.tensor(a, requires_grad=grad) for a in arrays]


def step(x, h, W_xh, W_hh, b):
    return torch.tanh(torch.addmm(b, x, W_xh) + h @ W_hh)


def forward(x, h, W_xh, W_hh, b):
    states = []
    for x_s in x.unbind(dim=1):
        h = step(x_s, h, W_xh, W_hh, b)
        states.append(h)
    return torch.stack(states, dim=1)


def rnn_step(x, h, W_xh, W_hh, b):
    return step(*tensors(x, h, W_xh, W_hh, b)).numpy()


def rnn_forward(x, h0, W_xh, W_hh, b):
    with torch.no_grad():
        return forward(*tensors(x, h0, W_xh, W_hh, b)).numpy()


def rnn_readout(H, W_hy, b_y):
    layer = torch.nn.Linear(*W_hy.shape)
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(W_hy).T)
        layer.bias.copy_(torch.from_numpy(b_y))
        return layer(torch.from_numpy(H)).numpy()


def rnn_step_backward(dh, x, h, W_xh, W_hh, b):
    leaves = tensors(x, h, W_xh, W_hh, b, grad=True)
    step(*leaves).backward(torch.tensor(dh))
    return tuple(leaf.grad.numpy() for leaf in leaves)


def rnn_backward(dH, x, h0, W_xh, W_hh, b):
    leaves = tensors(x, h0, W_xh, W_hh, b, grad=True)
    loss = (forward(*leaves) * torch.tensor(dH)).sum()
    return tuple(g.numpy() for g in torch.autograd.grad(loss, leaves))


def jacobian_norms(H, W_hh):
    H, W_hh = tensors(H, W_hh)
    product = torch.eye(H.shape[1])
    norms = []
    for h in H.flip(0):
        product = product @ ((1 - h * h)[:, None] * W_hh.T)
        norms.append(torch.linalg.matrix_norm(product, ord=2))
    return torch.stack(norms).numpy()


def clip_by_global_norm(gradients, max_norm):
    gradients = tensors(*gradients)
    norm = torch.linalg.vector_norm(torch.stack([torch.linalg.vector_norm(g) for g in gradients]))
    if norm <= max_norm:
        return [np.array(g) for g in gradients]
    return [(g * (max_norm / norm)).numpy() for g in gradients]
