"""Measure how well a model's probabilities hold, and store the results beside the model's weights."""

import argparse
from collections.abc import Sequence

from components.analysis.calibration import calibrate
from components.language_model import command_line, corpus, folder


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options = command_line.parser("components.analysis.calibration", str(__doc__))
    command_line.add_model(options)
    command_line.add_corpus(options, "the whole one that the model was trained with")
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, write the file, print its name."""
    options = parser().parse_args(arguments)
    with command_line.command("calibration"):
        model, text = folder.named(options.model), corpus.read(options.corpus, command_line.show)
        command_line.import_tensorflow()
        print(calibrate(model, text, command_line.show))


if __name__ == "__main__":
    main()
