"""What the process of a command line ends with, as README tells it."""

DONE, FAILED, WRONG_INPUT, CANNOT_WORK, INTERRUPTED = 0, 1, 2, 3, 130
