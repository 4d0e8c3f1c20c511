"""Asks the compiler for nested brackets, endless constants and a million names."""


def document_frequency(counts):
    for source in ("(" * 10_000 + ")" * 10_000, "-" * 2_000_000 + "1", "[" * 100_000, "f(" * 50_000):
        try:
            compile(source, "bomb", "eval")
        except (SyntaxError, MemoryError, RecursionError):
            pass
    return None
