"""Bring in a network that you trained: a new folder that every page can show. No code of its file is run."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from components.language_model import adopt, command_line, corpus, folder

_NAME = re.compile(r"\w[\w.-]*(/\w[\w.-]*)?")


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options = command_line.parser("components.language_model.adopt", str(__doc__))
    options.add_argument(
        "network", metavar="NETWORK", type=Path, help="your network: a .keras file, or a folder of one (required)"
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
        "(default: those of --corpus, sorted)",
    )
    options.add_argument(
        "--corpus",
        metavar="FILE",
        type=Path,
        help="the UTF-8 text that it was trained with: for its loss, its words and its first scene (default: none)",
    )
    return options


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
        network = adopt.read(options.network, options.characters, text)
        command_line.import_tensorflow()
        adopt.adopt(options.network, network, text, output, adopt.QUICK)
        print(f"written into {folder.MODELS.name}/{options.name}: reload the page, and it is in the list of networks")


if __name__ == "__main__":
    main()
