"""Train a character model from a text, into a folder that the page can load. It can be stopped and goes on later."""

import argparse
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from components.language_model import command_line, corpus, folder
from components.language_model.recipe import ARCHITECTURES, FETCHED, SHIPPED, Recipe

# What each setting of a recipe is, with its unit.
SETTINGS = {
    "architecture": f"kind of network: {' or '.join(ARCHITECTURES)}",
    "embedding": "size of a character's vector",
    "units": "size of each LSTM layer's state",
    "layers": "LSTM layers",
    "dropout": "share of a layer's outputs that a step does without, 0 to 1",
    "dropconnect": "share of the recurrent weights that a batch does without, 0 to 1",
    "lanes": "stretches of the text that are read side by side",
    "steps": "characters of a lane in each batch",
    "reset_share": "share of the lanes that begin from nothing at each batch, 0 to 1",
    "epochs": "passes through the text; more than a run has go on behind its last one",
    "learning_rate": "highest learning rate",
    "final_learning_rate_share": "last learning rate, as a share of the highest",
    "warmup_steps": "batches until the learning rate is highest",
    "weight_decay": "weight decay of AdamW, as a share of the learning rate",
    "beta_2": "decay of AdamW's mean square of gradients, 0 to 1",
    "gradient_norm": "largest norm of all gradients together",
    "ema_momentum": "decay of the average of the weights that is kept, 0 to 1; 0 keeps the last ones",
    "seed": "of everything that is drawn, 0 or more",
}


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options = command_line.parser("components.language_model.training", str(__doc__))
    options.add_argument(
        "--corpus", type=Path, metavar="FILE", help="a UTF-8 text (default: the shipped model's, which is fetched)"
    )
    options.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        required=True,
        help="a new folder for the model, or that of a run that goes on (required)",
    )
    options.add_argument(
        "--start-from",
        metavar="MODEL",
        help="a model's name in model_weights, or the path of its folder, to begin with its weights "
        "(default: random weights)",
    )
    options.add_argument(
        "--recipe",
        choices=SHIPPED,
        default=folder.name_of(folder.DEFAULT_MODEL),
        help="the shipped model whose settings are taken where none is given below (default: %(default)s)",
    )
    settings = options.add_argument_group(
        "settings", f"By default those of --recipe; in brackets are those of {folder.DEFAULT_MODEL.name}."
    )
    for field in fields(Recipe):
        settings.add_argument(
            f"--{field.name.replace('_', '-')}",
            type=type(field.default),
            metavar={int: "N", float: "X", str: "NAME"}[type(field.default)],
            default=argparse.SUPPRESS,
            help=f"{SETTINGS[field.name]} ({field.default})",
        )
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Train a network and write its folder."""
    options = vars(parser().parse_args(arguments))
    path, output, start, name = (options.pop(name) for name in ("corpus", "output", "start_from", "recipe"))
    with command_line.command("training", stopped="stopped before anything was trained"):
        recipe = replace(SHIPPED[name], **options)
        if path is None and name not in FETCHED:
            raise corpus.CorpusError(
                f"the text of {name} is not fetched: make it as model_weights/README.md says, and give --corpus FILE"
            )
        earlier = None if start is None else folder.named(start)
        # Before Keras is imported: a bad file is told at once.
        text = None if path is None else corpus.read(path, command_line.show)
        command_line.import_tensorflow()

        from components.language_model.training import run

        text = text if text is not None else corpus.read(run.fetched_text())
        run.train(text, output, recipe, earlier, report=command_line.show)


if __name__ == "__main__":
    main()
