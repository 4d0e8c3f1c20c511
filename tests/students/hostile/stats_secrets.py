"""Asks for size and times of /etc/shadow and of the course, without opening them: facts, but no contents.

It answers wrongly whatever it learns; that a worker as strict as this machine allows still grades on is the point.
"""
import os

facts = {}
for path in ("/etc/shadow", "/root", "/home", "/etc/passwd"):
    try:
        facts[path] = os.stat(path)
    except OSError:
        pass


def document_frequency(counts):
    return [facts[path].st_size for path in facts]
