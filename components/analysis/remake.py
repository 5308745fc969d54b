"""Make anew all that is stored of a model beside its weights: first scene, sweep, reference, calibration.

Run ``python -m components.analysis.remake --all --corpus FILE`` after a change to the sampler or to what is
measured. Reference and calibration are of the text that a model was trained with: they are left as they are
where another text, or none, is at hand.
"""

import argparse
import os
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from components.analysis import calibration, reference, stored, sweep
from components.analysis.sweep_setting import SweepSetting
from components.language_model import corpus, first_scene, folder
from components.language_model.scene_criteria import FULL

FILES = (folder.SCENE, stored.SWEEP, stored.REFERENCE, stored.CALIBRATION)
OF_THE_CORPUS = (stored.REFERENCE, stored.CALIBRATION)


def remake(
    model: Path, text: str | None, files: Collection[str] = FILES, report: Callable[[str], None] = print
) -> Iterator[Path]:
    """Make stored results of a model anew, one after the other.

    Parameters
    ----------
    model : Path
        The model's folder.
    text : str or None
        The corpus, if there is one. It is used where it is the one that the model was trained with.
    files : collection of str, optional
        Which of `FILES` to make.
    report : callable, optional
        Is told what is done, line by line.

    Yields
    ------
    Path
        Every file as soon as it is written.

    Raises
    ------
    ModelError
        If the model cannot be read.
    ValueError
        If the corpus is too short to be measured.
    """
    own = text if text is not None and _trained_with(model, text) else None
    makers: dict[str, Callable[[], Path]] = {
        folder.SCENE: lambda: first_scene.write(model, own, FULL, report),
        stored.SWEEP: lambda: sweep.write(model, SweepSetting())[1],
    }
    if own is not None:
        corpus_text = own
        makers |= {
            stored.REFERENCE: lambda: reference.write(model, corpus_text),
            stored.CALIBRATION: lambda: calibration.calibrate(model, corpus_text, report),
        }
    for file in (file for file in FILES if file in files):
        if file in makers:
            yield makers[file]()
        else:
            report(f"{folder.name_of(model)}: {file} stays as it is: it takes the text that the model was trained with")


def _trained_with(model: Path, text: str) -> bool:
    return bool(folder.record(model).get("corpus_sha256") == corpus.sha256(text))


def main() -> None:
    """Read the command line, make the files; what cannot be done is said in one sentence."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--model", default=folder.name_of(folder.DEFAULT_MODEL), help="a model's name, or its folder")
    which.add_argument("--all", action="store_true", help="all models of model_weights, one after the other")
    parser.add_argument("--corpus", type=Path, help="the text that the models were trained with")
    parser.add_argument("--only", nargs="+", choices=FILES, default=FILES, help="these files and no others")
    arguments = parser.parse_args()
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        text = None if arguments.corpus is None else corpus.read(arguments.corpus)
        models = folder.available().values() if arguments.all else [folder.named(arguments.model)]
        for model in models:
            for path in remake(model, text, arguments.only, _tell):
                print(path)
    except (folder.ModelError, ValueError, OSError) as error:
        sys.exit(f"remake: {error}")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
