"""`python -m compare` is the command line."""

from compare.cli import run

if __name__ == "__main__":
    run()
