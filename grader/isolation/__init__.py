"""Layers that keep student code in: one module a layer, each a function that raises OSError when it cannot."""
