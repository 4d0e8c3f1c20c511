import numpy as np
import torch
from torch.nn import functional


def tensors(*arrays, grad=False):
    return [torch.tensor(a, dtype=torch.float64, requires_grad=grad) for a in arrays]


def lstm_cell(x, h, c, W, U, b):
    i, f, g, o = (x @ W + h @ U + b).chunk(4, dim=1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c


def lstm(x, h, c, W, U, b):
    """PyTorch's own layer: its gates stand in our order and its two biases add up."""
    layer = torch.nn.LSTM(x.shape[2], h.shape[1], batch_first=True).double()
    names = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")
    weights = dict(zip(names, (W.T, U.T, b, torch.zeros_like(b))))
    H, (_, last) = torch.func.functional_call(layer, weights, (x, (h[None], c[None])))
    return H, last[0]


def gru_cell(x, h, W, U, b):
    (W_r, W_z, W_n), (U_r, U_z, U_n), (b_r, b_z, b_n) = W.chunk(3, 1), U.chunk(3, 1), b.chunk(3)
    r = torch.sigmoid(functional.linear(x, W_r.T, b_r) + h @ U_r)
    z = torch.sigmoid(functional.linear(x, W_z.T, b_z) + h @ U_z)
    n = torch.tanh(functional.linear(x, W_n.T, b_n) + (r * h) @ U_n)
    return torch.lerp(n, h, z)


def lstm_step(x, h, c, W, U, b):
    return tuple(one.numpy() for one in lstm_cell(*tensors(x, h, c, W, U, b)))


def lstm_forward(x, h0, c0, W, U, b):
    with torch.no_grad():
        H, c = lstm(*tensors(x, h0, c0, W, U, b))
    return H.numpy(), c.numpy()


def lstm_step_backward(dh, dc, x, h, c, W, U, b):
    leaves = tensors(x, h, c, W, U, b, grad=True)
    outputs = lstm_cell(*leaves)
    return tuple(g.numpy() for g in torch.autograd.grad(outputs, leaves, grad_outputs=tensors(dh, dc)))


def lstm_backward(dH, x, h0, c0, W, U, b):
    leaves = tensors(x, h0, c0, W, U, b, grad=True)
    H, _ = lstm(*leaves)
    H.backward(torch.tensor(dH))
    return tuple(leaf.grad.numpy() for leaf in leaves)


def gru_step(x, h, W, U, b):
    return gru_cell(*tensors(x, h, W, U, b)).numpy()


def gru_forward(x, h0, W, U, b):
    x, h, W, U, b = tensors(x, h0, W, U, b)
    states = []
    for s in range(x.size(1)):
        h = gru_cell(x[:, s], h, W, U, b)
        states.append(h)
    return np.asarray(torch.stack(states, dim=1))


def parameter_count(kind, input_size, hidden_size):
    layers = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}
    if kind not in layers:
        raise ValueError(f"{kind!r} is none of {list(layers)}")
    layer = layers[kind](input_size, hidden_size, device="meta")
    return sum(p.numel() for name, p in layer.named_parameters() if name != "bias_hh_l0")


def cell_gradient(F):
    F = torch.tensor(F)
    logs = torch.log(F)
    return torch.exp(logs.sum(0) - logs.cumsum(0)).numpy()
