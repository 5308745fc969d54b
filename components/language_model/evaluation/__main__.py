"""Measure a model on held-out text, and print its losses as one JSON line."""

import argparse
import json
from collections.abc import Sequence

from components.language_model import command_line, corpus, folder
from components.language_model.evaluation import evaluate


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options = command_line.parser("components.language_model.evaluation", str(__doc__))
    command_line.add_model(options)
    command_line.add_corpus(options, "its last tenth is measured")
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the losses in nats per character and the number of parameters."""
    options = parser().parse_args(arguments)
    with command_line.command("evaluation"):
        path, text = folder.named(options.model), corpus.read(options.corpus, command_line.show)
        command_line.import_tensorflow()

        from components.language_model.loading import load

        model = load(path)
        losses = evaluate(model.sampler, corpus.split(text).validation)
        print(json.dumps({**losses, "parameters": model.network.count_params()}))


if __name__ == "__main__":
    main()
