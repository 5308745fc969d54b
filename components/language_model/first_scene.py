"""Make a model's first scene: what its page shows before the network is loaded.

Run ``python -m components.language_model.first_scene --model NAME --corpus FILE``; it searches a prompt and a
seed (see `scene_search`), writes `scene.json` beside the weights, and prints what is met of what was wanted.
The same command writes the same file.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from components.language_model import corpus, folder
from components.language_model.scene_criteria import FULL, SEEDS, Effort


def write(model: Path, text: str | None, effort: Effort, report: Callable[[str], None] = print) -> Path:
    """Search a model's first scene and keep it beside its weights.

    Parameters
    ----------
    model : Path
        The model's folder.
    text : str or None
        A text whose beginning prompts are cut from; without one, they are cut from the model's own writing.
    effort : Effort
        How long to search.
    report : callable, optional
        Is told what is tried, and at the end what is met, line by line.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    ModelError
        If the model cannot be read.
    """
    # Here and not above: what is wrong with a command is told without waiting for Keras.
    from components.language_model.loading import load
    from components.language_model.scene_search import findings_of, search

    sampler, weights = load(model).sampler, folder.record(model)["network_sha256"]
    scene = search(sampler, text, weights, effort, report)
    report(f"{folder.name_of(model)}: {scene.setting.prompt!r}, seed {scene.setting.seed}")
    for line in findings_of(scene).report():
        report(f"  {line}")
    scene.save(model / folder.SCENE)
    return model / folder.SCENE


def main() -> None:
    """Read the command line, search, write the file; what cannot be done is said in one sentence."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--model", default=folder.name_of(folder.DEFAULT_MODEL), help="a model's name, or its folder")
    which.add_argument("--all", action="store_true", help="all models of model_weights, one after the other")
    parser.add_argument("--corpus", type=Path, help="a text that prompts are cut from: the model's own if left out")
    parser.add_argument("--prompts", type=int, default=FULL.prompts, help=f"prompts to try ({FULL.prompts})")
    parser.add_argument("--rounds", type=int, default=FULL.rounds, help=f"times {SEEDS} seeds of each ({FULL.rounds})")
    arguments = parser.parse_args()
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        text = None if arguments.corpus is None else corpus.read(arguments.corpus)
        models = folder.available().values() if arguments.all else [folder.named(arguments.model)]
        for model in models:
            print(write(model, text, Effort(arguments.prompts, arguments.rounds), _tell))
    except (folder.ModelError, ValueError, OSError) as error:
        sys.exit(f"first scene: {error}")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
