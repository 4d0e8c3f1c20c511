"""Markdown with mathematics to HTML: pure functions, and errors that say where."""
