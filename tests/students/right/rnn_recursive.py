# Рекурсия вместо циклов по времени
import numpy as np


def rnn_step(x, h, W_xh, W_hh, b):
    return np.tanh(np.matmul(x, W_xh) + np.matmul(h, W_hh) + b)


def rnn_forward(x, h0, W_xh, W_hh, b):
    if x.shape[1] == 1:
        return rnn_step(x[:, 0], h0, W_xh, W_hh, b)[:, None]
    past = rnn_forward(x[:, :-1], h0, W_xh, W_hh, b)
    last = rnn_step(x[:, -1], past[:, -1], W_xh, W_hh, b)
    return np.append(past, last[:, None], axis=1)


def rnn_readout(H, W_hy, b_y):
    if H.ndim == 1:
        return H @ W_hy + b_y
    return np.array([rnn_readout(part, W_hy, b_y) for part in H])


def rnn_step_backward(dh, x, h, W_xh, W_hh, b):
    if len(x) > 1:
        first = rnn_step_backward(dh[:1], x[:1], h[:1], W_xh, W_hh, b)
        others = rnn_step_backward(dh[1:], x[1:], h[1:], W_xh, W_hh, b)
        joined = [np.vstack(pair) for pair in zip(first[:2], others[:2])]
        summed = [one + other for one, other in zip(first[2:], others[2:])]
        return (*joined, *summed)
    da = dh[0] * (1 - rnn_step(x, h, W_xh, W_hh, b)[0] ** 2)
    return (W_xh @ da)[None], (W_hh @ da)[None], np.outer(x[0], da), np.outer(h[0], da), da


def rnn_backward(dH, x, h0, W_xh, W_hh, b):
    def walk(s, h):
        """Gradients of everything from step s on; h is the state before it."""
        if s == x.shape[1]:
            return [], np.zeros_like(h), np.zeros_like(W_xh), np.zeros_like(W_hh), np.zeros_like(b)
        dx, dh, *later = walk(s + 1, rnn_step(x[:, s], h, W_xh, W_hh, b))
        dx_s, dh, *own = rnn_step_backward(dH[:, s] + dh, x[:, s], h, W_xh, W_hh, b)
        return [dx_s, *dx], dh, *(a + c for a, c in zip(own, later))

    dx, *rest = walk(0, h0)
    return (np.stack(dx, axis=1), *rest)


def jacobian_norms(H, W_hh):
    def product(i):
        J = np.diag(1 - H[i] ** 2) @ W_hh.T
        return J if i == len(H) - 1 else product(i + 1) @ J

    return np.array([np.linalg.norm(product(i), 2) for i in range(len(H))][::-1])


def clip_by_global_norm(gradients, max_norm):
    def squares(rest):
        return 0.0 if not rest else (rest[0] ** 2).sum() + squares(rest[1:])

    norm = squares(gradients) ** 0.5
    factor = np.minimum(1, np.divide(max_norm, norm, out=np.ones(()), where=norm > 0))
    return list(map(lambda g: factor * g, gradients))
