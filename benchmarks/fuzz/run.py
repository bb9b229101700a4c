"""Fuzzes the readers with atheris, which looks for inputs that reach code not reached before.

    python -m pip install atheris
    python benchmarks/fuzz/run.py TARGET [--seconds 120] [--corpus FOLDER]

The targets are the functions of `targets.py`. An input on which one raises, takes longer than 5 seconds or more than
500 MB is written into the current folder, and ends the run with status 77 (70 for a timeout, 71 for memory).
"""

import argparse
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))

with atheris.instrument_imports(include=["deckbuilder", "yaml", "markdown_it", "fontTools"]):
    import fontTools.ttLib  # noqa: F401
    import markdown_it  # noqa: F401  # readers import these two when they first need them
    from targets import TARGETS


def main() -> None:
    """Run one target."""
    parser = argparse.ArgumentParser(description="Fuzz one of the readers.")
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--corpus", type=Path, help="a folder that inputs are kept in, and taken from")
    options = parser.parse_args()
    arguments = [sys.argv[0], f"-max_total_time={options.seconds}", "-timeout=5", "-rss_limit_mb=800", "-max_len=8192"]
    dictionary = Path(__file__).parent / f"{options.target}.dict"
    if dictionary.exists():
        arguments.append(f"-dict={dictionary}")
    if options.corpus is not None:
        options.corpus.mkdir(parents=True, exist_ok=True)
        arguments.append(str(options.corpus))
    atheris.Setup(arguments, TARGETS[options.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
