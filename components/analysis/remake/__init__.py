"""All that is stored of a model beside its weights, made anew: first scene, what was measured with them.

``python -m components.analysis.remake`` is for changes to the sampler or to what is measured. Reference, comparison and
calibration take the text that a model was trained with: without it they are left as they are.
"""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from components.analysis import calibration, comparison, reference, stored, sweep
from components.analysis.comparison_setting import ComparisonSetting
from components.analysis.sweep_setting import SweepSetting
from components.language_model import corpus, first_scene, folder
from components.language_model.scene_criteria import FULL

FILES = (folder.SCENE, stored.SWEEP, stored.REFERENCE, stored.COMPARISON, stored.CALIBRATION)


def remake(
    model: Path,
    text: str | None,
    files: Collection[str] = FILES,
    report: Callable[[str], None] = print,
    progress: Callable[..., None] = lambda *_: None,
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
        Called with a line for each step of the work.
    progress : callable, optional
        The report of the sweep and of the comparison.

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
        stored.SWEEP: lambda: sweep.write(model, SweepSetting(), report=progress)[1],
    }
    if own is not None:
        corpus_text = own
        makers |= {
            stored.REFERENCE: lambda: reference.write(model, corpus_text),
            stored.COMPARISON: lambda: comparison.write(model, ComparisonSetting(), corpus_text, report=progress)[1],
            stored.CALIBRATION: lambda: calibration.calibrate(model, corpus_text, report),
        }
    for file in (file for file in FILES if file in files):
        if file in makers:
            yield makers[file]()
        else:
            report(f"{folder.name_of(model)}: {file} stays as it is: it takes the text that the model was trained with")


def _trained_with(model: Path, text: str) -> bool:
    return bool(folder.record(model).get("corpus_sha256") == corpus.sha256(text))
