"""The list of system calls a worker may make; it is compiled in the checker and loaded as bytes in the worker."""

from __future__ import annotations

import ctypes
import errno
import os
from functools import cache

from grader.isolation import libc

CLONE_THREAD, CLONE_NEW = 0x00010000, 0x7E020000
PR_SET_NAME, PR_GET_NAME, PR_SET_VMA = 15, 16, 0x53564D41
F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC = 0, 1, 2, 3, 1030
TCGETS, FIONCLEX, FIOCLEX = 0x5401, 0x5450, 0x5451

ALLOWED = """
    brk mmap munmap mremap mprotect madvise membarrier get_mempolicy
    read write readv writev pread64 pwrite64 lseek close close_range dup dup2 dup3
    open openat stat fstat lstat newfstatat statx access faccessat faccessat2
    readlink readlinkat getdents64 getcwd fadvise64
    select pselect6 poll ppoll nanosleep clock_nanosleep pause
    clock_gettime clock_getres gettimeofday time times getrusage getrlimit
    futex set_robust_list get_robust_list rseq set_tid_address sched_yield restart_syscall
    sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max sched_get_priority_min getcpu
    rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending sigaltstack alarm setitimer getitimer
    getpid gettid getppid getuid geteuid getgid getegid getresuid getresgid getgroups getpgrp getpgid getsid
    uname sysinfo getrandom getpriority exit exit_group
"""

# Of these only certain values of one argument: (call, number of the argument, values).
ALLOWED_VALUES: tuple[tuple[str, int, tuple[int, ...]], ...] = (
    ("prctl", 0, (PR_SET_NAME, PR_GET_NAME, PR_SET_VMA)),
    ("fcntl", 1, (F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC)),
    ("ioctl", 1, (TCGETS, FIONCLEX, FIOCLEX)),
    ("prlimit64", 2, (0,)),  # reading a limit, not setting one
)
UNKNOWN = ("clone3", "openat2")  # callers fall back to the older call when told that there is none


@cache
def compiled() -> bytes:
    """The filter of this machine as BPF; ImportError, RuntimeError or OSError where libseccomp is missing."""
    import pyseccomp as scmp

    rules = scmp.SyscallFilter(scmp.ERRNO(errno.EPERM))
    rules.set_attr(scmp.Attr.ACT_BADARCH, scmp.KILL_PROCESS)
    for name in ALLOWED.split():
        if _known(scmp.resolve_syscall(scmp.Arch.NATIVE, name)):
            rules.add_rule(scmp.ALLOW, name)
    for name, place, values in ALLOWED_VALUES:
        for value in values:
            rules.add_rule(scmp.ALLOW, name, scmp.Arg(place, scmp.EQ, value))
    # A thread, never a process or a namespace.
    rules.add_rule(scmp.ALLOW, "clone", scmp.Arg(0, scmp.MASKED_EQ, CLONE_THREAD | CLONE_NEW, CLONE_THREAD))
    for name in UNKNOWN:
        if _known(scmp.resolve_syscall(scmp.Arch.NATIVE, name)):
            rules.add_rule(scmp.ERRNO(errno.ENOSYS), name)
    return _exported(rules)


def _known(number: int) -> bool:
    return number >= 0  # other architectures lack open, dup2, time, …


def _exported(rules: object) -> bytes:
    """The bytes of a filter."""
    with os.fdopen(os.memfd_create("filter"), "w+b") as out:
        rules.export_bpf(out)  # type: ignore[attr-defined]
        out.seek(0)
        return out.read()


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def program(code: bytes) -> _Program:
    """The compiled filter in the form the kernel takes; prepared once, before forks."""
    return _Program(len(code) // 8, code)


def load(code: _Program) -> None:
    """Nothing; the filter holds for this process until it ends. Needs no_new_privs."""
    libc.prctl(libc.PR_SET_SECCOMP, 2, code)
