"""Make a model's first scene: what its page shows before the network is loaded."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from components.language_model import command_line, corpus
from components.language_model.first_scene import write
from components.language_model.scene_criteria import FULL, SEEDS, Effort


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options = command_line.parser("components.language_model.first_scene", str(__doc__))
    command_line.add_models(options)
    options.add_argument(
        "--corpus",
        type=Path,
        metavar="FILE",
        help="a UTF-8 text that prompts are cut from (default: texts that the model writes)",
    )
    options.add_argument(
        "--prompts", type=int, metavar="N", default=FULL.prompts, help="prompts to try (default: %(default)s)"
    )
    options.add_argument(
        "--rounds",
        type=int,
        metavar="N",
        default=FULL.rounds,
        help=f"times that {SEEDS} seeds of each prompt are tried (default: %(default)s)",
    )
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Search, write the files, print their names."""
    options = parser().parse_args(arguments)
    with command_line.command("first scene", stopped="stopped; the scenes that are printed are made"):
        text = None if options.corpus is None else corpus.read(options.corpus, command_line.show)
        models, effort = command_line.models(options), Effort(options.prompts, options.rounds)
        command_line.import_tensorflow()
        for model in models:
            print(write(model, text, effort, command_line.show))


if __name__ == "__main__":
    main()
