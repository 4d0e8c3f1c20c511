"""The state of each layer of isolation on this machine, and what would mend it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader import launch
from grader.model import Message, ZachetkaError, message
from grader.sandbox import Sandbox


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: `state` is `on` or `off` and why; without a required one `grade` refuses."""

    name: str
    required: bool
    state: str
    remedy: Message | None = None

    @property
    def on(self) -> bool:
        """Whether the layer holds."""
        return self.state.split(":")[0] == "on"


@dataclass(frozen=True, slots=True)
class Health:
    """All layers, and why strict isolation is refused, or None where it is not."""

    layers: tuple[Layer, ...]
    refused: Message | None


def examine() -> Health:
    """What strict isolation finds on this machine; the canary has been run for it."""
    try:
        with Sandbox("strict") as sandbox:
            found = sandbox.layers
    except ZachetkaError as error:
        return Health(tuple(_probed()), error.problem)
    return Health(tuple(_layer(name, state) for name, state in found.items()), None)


def _layer(name: str, state: str) -> Layer:
    off = not state.startswith("on")
    return Layer(name, name in launch.REQUIRED, state, REMEDIES.get(name) if off else None)


def _probed() -> Iterator[Layer]:
    """The layers one by one, where they do not come together."""
    for name, probe in PROBES.items():
        try:
            probe()
        except FAULTS as error:
            yield _layer(name, f"off: {error}")
        else:
            yield _layer(name, "on")


def _landlock() -> None:
    from grader.isolation import landlock

    landlock.version()


def _user() -> None:
    list(launch.plans())


def _namespaces() -> None:
    """Nothing; OSError when this system closes user namespaces to ordinary users."""
    if sys.platform != "linux":
        raise OSError(f"{sys.platform} has no namespaces")
    for setting, (closed, _) in SETTINGS.items():
        path = Path("/proc/sys", setting)
        if os.getuid() != 0 and path.exists() and path.read_text().strip() == closed:
            raise OSError(f"{setting.replace('/', '.')} is {closed}")


FAULTS = (OSError, ZachetkaError, AttributeError, ImportError, TypeError)  # not every system has os.getuid
SETTINGS = {
    "user/max_user_namespaces": ("0", "10000"),
    "kernel/unprivileged_userns_clone": ("0", "1"),
    "kernel/apparmor_restrict_unprivileged_userns": ("1", "0"),
}
PROBES = {"uid": _user, "seccomp": launch.filter_code, "mount namespace": _namespaces, "landlock": _landlock}
_LINUX = message("use Linux 5.13 or newer with landlock among its security modules")
_ALLOW = message(
    "allow user namespaces: sysctl user.max_user_namespaces=10000 kernel.unprivileged_userns_clone=1 "
    "kernel.apparmor_restrict_unprivileged_userns=0, as far as your system has these settings"
)
REMEDIES = {
    "uid": message("start as an ordinary user"),
    "seccomp": message("install libseccomp (Debian: apt install libseccomp2) and pyseccomp (pip install pyseccomp)"),
    "landlock": _LINUX,
    "mount namespace": _ALLOW,
    "pid namespace": _ALLOW,
    "network namespace": _ALLOW,
    "cgroup": message("start in a group that is delegated with the pids controller: systemd-run -p Delegate=yes"),
}
