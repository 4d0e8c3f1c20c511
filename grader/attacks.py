"""Attacks that a worker tries on its own cage at start-up. Each gives True when it got through.

This file is never imported by the checker: it is sent to a worker like a submission.
"""

import os
import socket
import subprocess
import sys
import threading


def reads(path: str) -> bool:
    with open(path, "rb") as file:
        return len(file.read(1)) >= 0


def lists(path: str) -> bool:
    return len(os.listdir(path)) >= 0


def reads_within(path: str) -> bool:
    for folder, _, names in os.walk(path):
        for name in names[:100]:
            try:
                return reads(os.path.join(folder, name))
            except OSError:
                pass
    return False


def writes(path: str) -> bool:
    with open(path, "wb") as file:
        return file.write(b"x") == 1


def changes_mode(path: str) -> bool:
    os.chmod(path, 0o777)
    return True


def connects(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        return True


def sends_datagram(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        return sender.sendto(b"x", ("127.0.0.1", port)) == 1


def forks() -> bool:
    if os.fork() == 0:
        os._exit(0)
    return True


def executes() -> bool:
    return subprocess.run([sys.executable, "-c", ""]).returncode == 0


def signals() -> bool:
    os.kill(os.getppid(), 0)
    return True


def becomes_root() -> bool:
    os.setuid(0)
    return True


def raises_limits() -> bool:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    return True


def takes_memory(megabytes: int) -> bool:
    return len(bytearray(megabytes << 20)) > 0


def inherits_descriptors() -> bool:
    return len([number for number in range(3, 1024) if _is_open(number)]) > 1


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def knows() -> list[str]:
    """Not an attack: the names in the environment."""
    return sorted(os.environ)


def works() -> bool:
    """Not an attack: what an honest submission needs. False would mean that it cannot have it."""
    import colorsys  # not imported by the zygote

    done: list[float] = []
    thread = threading.Thread(target=lambda: done.append(colorsys.rgb_to_hsv(1.0, 0.0, 0.0)[1]))
    thread.start()
    thread.join()
    return done == [1.0]
