"""Bring in a network that you trained: a new folder that every page can show. No code of its file is run."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from components.language_model import adopt, command_line, corpus, folder
from components.language_model.archive.loose import CELLS, Told

_NAME = re.compile(r"\w[\w.-]*(/\w[\w.-]*)?")


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options = command_line.parser("components.language_model.adopt", str(__doc__))
    options.add_argument(
        "network",
        metavar="NETWORK",
        type=Path,
        help="your network: a .keras or .h5 file, weights alone (.weights.h5), a SavedModel's folder, or the zip "
        "that the page gave you (required)",
    )
    options.add_argument(
        "--name",
        metavar="NAME",
        type=_name,
        required=True,
        help="what it is called here, also the name of its folder in model_weights (required)",
    )
    options.add_argument(
        "--characters",
        metavar="FILE",
        type=Path,
        help="its characters in the order of their codes: a JSON list, a text, or a StringLookup vocabulary "
        "(default: those of --corpus, sorted; a zip has its own)",
    )
    options.add_argument(
        "--corpus",
        metavar="FILE",
        type=Path,
        help="the UTF-8 text that it was trained with: for its loss, its words and its first scene (default: none)",
    )
    options.add_argument(
        "--sample",
        metavar="FILE",
        type=Path,
        help="a UTF-8 text that it wrote at T = 0, behind its prompt, to be compared (default: none)",
    )
    options.add_argument(
        "--stream",
        action="store_true",
        help="carry the state of a network that was built for windows from character to character, which is faster "
        "and not what it was trained for",
    )
    alone = options.add_argument_group("of weights that were saved alone, without their layers")
    alone.add_argument("--cell", choices=CELLS, help="what reads the characters (default: as the file says)")
    alone.add_argument(
        "--logits", action="store_true", help="the last Dense layer has no softmax, as in TensorFlow's tutorial"
    )
    return options


def _told(options: argparse.Namespace) -> Told | None:
    if options.logits and options.cell is None:
        raise ValueError("--logits is for weights that were saved alone: give --cell as well, or leave it out")
    return None if options.cell is None else Told(options.cell, options.logits)


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise argparse.ArgumentTypeError(f"a name has letters, digits, “.”, “-” and “_”, got {name!r:.60}")
    return name


def main(arguments: Sequence[str] | None = None) -> None:
    """Read a network, compare and measure it, write its folder."""
    options = parser().parse_args(arguments)
    output = folder.MODELS / options.name
    with command_line.command("adopt"):
        adopt.check_free(output)
        text = None if options.corpus is None else corpus.read(options.corpus)
        sample = None if options.sample is None else corpus.read(options.sample)
        network = adopt.read(options.network, options.characters, text, _told(options), stream=options.stream)
        command_line.import_tensorflow()
        effort = adopt.QUICK if network.chain.window is None else adopt.QUICKEST
        adopt.adopt(options.network, network, text, output, effort, sample)
        print(f"written into {folder.MODELS.name}/{options.name}: reload the page, and it is in the list of networks")


if __name__ == "__main__":
    main()
