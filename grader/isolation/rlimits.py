"""Resource limits: memory, files, descriptors, threads, and CPU as a backstop behind the checker's clock."""

from __future__ import annotations

import resource

CPU_SECONDS = 1800
DESCRIPTORS = 64
THREADS = 512


def apply(*, count_threads: bool) -> None:
    """Nothing; the limits hold for this process. Threads count per user, so an ordinary user's own are left out."""
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: DESCRIPTORS,
        resource.RLIMIT_MEMLOCK: 0,
    }
    if count_threads:
        limits[resource.RLIMIT_NPROC] = THREADS
    for name, most in limits.items():
        resource.setrlimit(name, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 10))


def memory(pid: int, size: int) -> None:
    """Nothing; the address space of a process of the same user may grow to `size` bytes."""
    _, most = resource.prlimit(pid, resource.RLIMIT_AS)
    resource.prlimit(pid, resource.RLIMIT_AS, (size, most))
