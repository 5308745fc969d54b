"""Make anew all that is stored of a model beside its weights: first scene, sweep, reference and so on."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from components.analysis.remake import FILES, remake
from components.language_model import command_line, corpus


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options = command_line.parser("components.analysis.remake", str(__doc__))
    command_line.add_models(options)
    options.add_argument(
        "--corpus",
        type=Path,
        metavar="FILE",
        help="the UTF-8 text that the models were trained with (default: none, and what takes it stays as it is)",
    )
    options.add_argument(
        "--only", nargs="+", choices=FILES, default=FILES, help="these files and no others (default: all)"
    )
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the files, and print the name of each as soon as it is written."""
    options = parser().parse_args(arguments)
    with command_line.command("remake", stopped="stopped; the files that are printed are made"):
        text = None if options.corpus is None else corpus.read(options.corpus, command_line.show)
        models = command_line.models(options)
        command_line.import_tensorflow()
        for model in models:
            bar = command_line.progress_bar("texts")
            for path in remake(model, text, options.only, command_line.show, bar):
                print(path)


if __name__ == "__main__":
    main()
