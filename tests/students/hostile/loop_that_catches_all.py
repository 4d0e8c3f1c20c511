"""Loops for ever, catches every exception and ignores every signal it may ignore."""
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass


def document_frequency(counts):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
