"""Raises a class whose name, module and bases are markup, escapes and formulas, ten thousand letters long."""

name = "=1+1<script>alert(1)</script>\x1b[2J\u202e\n" * 250
Injected = type(name, (Exception,), {"__module__": "<b>\x1b[2J", "__qualname__": name})
for number in range(60):
    Injected = type(f"{name}{number}", (Injected,), {})


def tfidf(counts):
    raise Injected(name)
