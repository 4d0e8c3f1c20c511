"""Runs code whose file is called like a script, with a line number of two thousand million."""

source = "\n" * 10 + "def tfidf(counts):\n    raise ValueError('here')\n"
exec(compile(source, "<script>alert(1)</script>\x1b[2J\n=1+1.py", "exec"))
