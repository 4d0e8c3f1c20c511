"""The `zachetka` command: one file per subcommand; nothing else imports this package."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """End the process with the status of its command line."""
    from grader.cli.run import run

    sys.exit(run(sys.argv[1:]))
