"""The same jobs on the command line, as text or as JSON."""

from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the process's exit code."""
    # Each worker process of an import begins with the module that this process began with: it would import all this.
    from reader.cli.program import main as run

    return run(words)
