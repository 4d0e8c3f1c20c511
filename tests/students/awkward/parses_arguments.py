"""A command-line program with argparse, guarded."""
import argparse
import logging

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(message)s")
log = logging.getLogger(__name__)
parser = argparse.ArgumentParser(description="n-граммы")
parser.add_argument("--n", type=int, default=2)


def ngrams(tokens, n):
    log.debug("ngrams of %d tokens", len(tokens))
    if n < 1:
        log.error("n is %d", n)
        raise ValueError("n < 1")
    return [tuple(tokens[start:start + n]) for start in range(len(tokens) - n + 1)]


def main():
    options = parser.parse_args()
    print(ngrams(input().split(), options.n))


if __name__ == "__main__":
    main()
