from functools import reduce

import numpy as np
from numpy.linalg import eigvalsh


def rnn_step(x, h, W_xh, W_hh, b):
    return np.tanh(np.einsum("nd,dk->nk", x, W_xh) + np.einsum("nj,jk->nk", h, W_hh) + b[None, :])


def rnn_forward(x, h0, W_xh, W_hh, b):
    inputs = np.einsum("ntd,dk->tnk", x, W_xh) + b
    states = [h0]
    for a in inputs:
        states.append(np.tanh(a + np.einsum("nj,jk->nk", states[-1], W_hh)))
    return np.array(states[1:]).transpose(1, 0, 2)


def rnn_readout(H, W_hy, b_y):
    return np.einsum("ntk,ko->nto", H, W_hy) + b_y


def rnn_step_backward(dh, x, h, W_xh, W_hh, b):
    a = np.einsum("nd,dk->nk", x, W_xh) + np.einsum("nj,jk->nk", h, W_hh) + b
    da = dh / np.cosh(a) ** 2
    return (
        np.einsum("nk,dk->nd", da, W_xh),
        np.einsum("nk,jk->nj", da, W_hh),
        np.einsum("nd,nk->dk", x, da),
        np.einsum("nj,nk->jk", h, da),
        np.einsum("nk->k", da),
    )


def rnn_backward(dH, x, h0, W_xh, W_hh, b):
    H = rnn_forward(x, h0, W_xh, W_hh, b)
    before = np.concatenate([h0[:, np.newaxis], H[:, :-1]], axis=1)
    dA = np.zeros_like(H)
    carried = np.zeros_like(h0)
    for s in range(x.shape[1] - 1, -1, -1):
        dA[:, s] = (dH[:, s] + carried) * (1 - np.square(H[:, s]))
        carried = np.einsum("nk,jk->nj", dA[:, s], W_hh)
    return (
        np.einsum("ntk,dk->ntd", dA, W_xh),
        carried,
        np.einsum("ntd,ntk->dk", x, dA),
        np.einsum("ntj,ntk->jk", before, dA),
        np.einsum("ntk->k", dA),
    )


def jacobian_norms(H, W_hh):
    # Row form: dh_t/dh_{t-1} transposed is W diag(1 - h²); transposing does not change singular values.
    factors = np.einsum("jk,tk->tjk", W_hh, 1 - H**2)[::-1]
    products = [reduce(lambda M, J: J @ M, factors[: s + 1]) for s in range(len(H))]
    return np.sqrt([eigvalsh(M.T @ M)[-1] for M in products])


def clip_by_global_norm(gradients, max_norm):
    together = np.concatenate([np.ravel(g) for g in gradients])
    norm = np.sqrt(np.einsum("i,i", together, together))
    scale = 1.0 if norm == 0 else min(1.0, max_norm / norm)
    return tuple(np.multiply(g, scale) for g in gradients)
