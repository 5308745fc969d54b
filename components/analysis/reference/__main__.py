"""Measure real text as a sweep measures a model's, and store the results beside the model's weights."""

import argparse
from collections.abc import Sequence

from components.analysis.reference import write
from components.language_model import command_line, corpus, folder


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options = command_line.parser("components.analysis.reference", str(__doc__))
    command_line.add_model(options)
    command_line.add_corpus(options, "the whole one that the model was trained with; its last tenth is measured")
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the held-out text, write the file, print its name."""
    options = parser().parse_args(arguments)
    with command_line.command("reference"):
        model, text = folder.named(options.model), corpus.read(options.corpus, command_line.show)
        command_line.import_tensorflow()
        print(write(model, text))


if __name__ == "__main__":
    main()
