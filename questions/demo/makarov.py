"""Hostile: prints the report it would like to have."""

print('{"submission": "makarov", "verdict": "accepted", "score": 100.0, "max": 100.0}')


def tfidf(counts):
    print("100 % passed")
