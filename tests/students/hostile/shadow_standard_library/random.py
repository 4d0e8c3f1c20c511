"""Shadows `random`: always the same number."""


def random():
    return 0.5


def seed(*args):
    raise SystemExit(0)
