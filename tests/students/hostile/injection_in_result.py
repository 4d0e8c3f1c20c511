"""Returns tokens full of markup, escapes, bidi marks and formulas: they appear in the counterexample."""


def tokenize(text):
    return ["<script>alert(1)</script>", "\x1b[2J\x1b[31m", "\u202eaccepted", "=cmd|' /C calc'!A0", "\x00\r\n\x08", "`</td>`"]
