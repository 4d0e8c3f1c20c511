"""The process all workers are forked from: it imports numpy once, isolates itself once, then forks on request.

It shares memory with student code, so it never holds a secret: no course, no seed, no other submission.
"""

from __future__ import annotations

import array
import base64
import codecs
import gc
import importlib
import json
import os
import random
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from grader.isolation import landlock, lockdown
from grader.isolation.plan import Plan

READY = b"\x01"
CHANNEL = 3

WARM = """
    numpy numpy.random numpy.linalg numpy.lib.stride_tricks collections.abc csv json re itertools functools operator
    math cmath decimal fractions statistics dataclasses typing typing_extensions heapq bisect string textwrap
    unicodedata io copy enum types abc contextlib random datetime time calendar pprint queue threading warnings
    traceback linecache tokenize ast inspect html html.parser xml.etree.ElementTree urllib.parse logging pathlib
    tempfile hashlib zlib struct secrets locale numbers array weakref difflib argparse timeit __future__
    encodings.utf_8_sig encodings.cp1251 encodings.koi8_r encodings.utf_16 encodings.latin_1 encodings.idna
"""


def main(descriptor: int) -> None:
    """Nothing; it ends when the checker closes the control socket."""
    control = socket.socket(fileno=descriptor)
    try:
        job = json.loads(control.recv(1 << 20))
        sys.path[:] = job["path"]
        serve = _warm(job["torch"])
        layers, lock = _isolate(job)
    except Exception as error:
        control.send(json.dumps({"error": f"{type(error).__name__}: {error}"}).encode())
        os._exit(1)
    os.dup2(1, 2)  # what went wrong at the start went to the checker; from now on nothing does
    control.send(json.dumps({"version": sys.version, "layers": layers}).encode())
    del job, layers
    gc.collect()
    gc.freeze()
    _serve_forks(control, lock, serve)


def _isolate(job: dict[str, Any]) -> tuple[dict[str, str], lockdown.Lock]:
    """The state of the layers, in the process that forks workers; the one that started us waits for it."""
    plan = Plan(**job["plan"])
    layers = lockdown.enter(plan)
    if layers.get("pid namespace") == "on":
        inner = os.fork()
        if inner:
            _wait_for(inner)
        lockdown.settle()
    layers |= lockdown.close(plan, job["trees"], job["hidden"])
    rules = landlock.ruleset(job["trees"], job["hidden"]) if layers.get("landlock") == "on" else None
    code = base64.b64decode(job["filter"]) if job["filter"] else None
    return layers, lockdown.Lock(rules, code, plan.count_threads)


def _wait_for(inner: int) -> None:
    """Never returns; the outer process only holds the place of the inner one."""
    os.closerange(CHANNEL, 64)
    os.waitpid(inner, 0)
    os._exit(0)


def _warm(torch: bool) -> Callable[[int, int], None]:
    """The worker's loop, with all it may import imported."""
    serve: Callable[[int, int], None] = importlib.import_module("grader.worker").serve

    environment = dict(os.environ)
    for name in WARM.split():
        with suppress(ImportError):
            importlib.import_module(name)
    codecs.lookup("cp1251")
    importlib.import_module("numpy").random.seed(0)
    if torch:
        _warm_torch()
    os.environ.clear()
    os.environ.update(environment)  # some libraries write into it
    return serve


def _warm_torch() -> None:
    """Nothing; one thread only, since forks of more hang, and the first optimizer is slow and wants a folder."""
    torch = importlib.import_module("torch")
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    layer = torch.nn.Linear(2, 2).double()
    optimizer = torch.optim.Adam(layer.parameters())
    layer(torch.ones(1, 2).double()).sum().backward()
    optimizer.step()
    torch.manual_seed(0)


def _serve_forks(control: socket.socket, lock: lockdown.Lock, serve: Callable[[int, int], None]) -> None:
    while True:
        data, descriptors, _, _ = socket.recv_fds(control, 1 << 12, 1)
        if not data:
            os._exit(0)
        answer, passed = _do(json.loads(data), descriptors, control, lock, serve)
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", passed))] if passed else []
        control.sendmsg([json.dumps(answer).encode()], rights)
        for descriptor in (*descriptors, *passed):
            os.close(descriptor)


def _do(
    order: dict[str, Any],
    descriptors: list[int],
    control: socket.socket,
    lock: lockdown.Lock,
    serve: Callable[[int, int], None],
) -> tuple[dict[str, Any], list[int]]:
    """What the checker is told, and the descriptors it gets."""
    match order:
        case {"do": "fork"}:
            pid = os.fork()
            if pid == 0:
                _be_worker(descriptors[0], control, lock, serve)
            return {"pid": pid}, [os.pidfd_open(pid)]
        case {"do": "limit", "pid": int(pid), "size": int(size)}:
            lockdown.limit_memory(pid, size)
            return {}, []
        case {"do": "reap", "pid": int(pid)}:
            _, status, usage = os.wait4(pid, 0)
            cpu = usage.ru_utime + usage.ru_stime
            return {"status": os.waitstatus_to_exitcode(status), "cpu": cpu}, []
    return {"error": "no such order"}, []


def _be_worker(channel: int, control: socket.socket, lock: lockdown.Lock, serve: Callable[[int, int], None]) -> None:
    """Never returns; a fork that cannot be locked down ends before it says that it is ready."""
    try:
        control.detach()
        lock.apply(channel, CHANNEL)
        random.seed(0)
        os.write(CHANNEL, READY)
    except BaseException as error:
        os.write(channel, f"{type(error).__name__}: {error}".encode())
        os._exit(1)
    try:
        serve(CHANNEL, CHANNEL)
        os._exit(0)
    finally:
        os._exit(1)
