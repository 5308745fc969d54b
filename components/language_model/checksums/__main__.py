"""List the SHA-256 of every file of a model's folder, as it is now. To be used when a file was changed on purpose."""

import argparse
from collections.abc import Sequence

from components.language_model import checksums, command_line


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    found = command_line.parser("components.language_model.checksums", str(__doc__))
    command_line.add_models(found)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the lists and print their paths."""
    options = parser().parse_args(arguments)
    with command_line.command("checksums"):
        for model in command_line.models(options):
            print(checksums.sign(model))


if __name__ == "__main__":
    main()
