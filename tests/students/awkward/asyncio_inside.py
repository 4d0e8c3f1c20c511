"""Runs coroutines by hand, without an event loop."""
import asyncio

import numpy as np


async def column(values):
    return int((values > 0).sum())


def finish(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    raise RuntimeError("not finished")


def document_frequency(counts):
    assert asyncio.iscoroutinefunction(column)
    return np.array([finish(column(values)) for values in counts.T])
