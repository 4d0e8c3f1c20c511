"""`python -m grader.cli` is `zachetka`."""

from grader.cli import main

if __name__ == "__main__":
    main()
