"""The sweep: what temperature buys and what it costs, in texts at many temperatures and seeds.

``python -m components.analysis.sweep`` writes sweep.json beside the weights.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from components.analysis import stored
from components.analysis.cost import Cost
from components.analysis.measures import Confidence, Measures, confidence, measure
from components.analysis.sweep_results import Results, to_content
from components.analysis.sweep_setting import SweepSetting
from components.language_model import folder, known
from components.language_model.lexicon import Lexicon
from components.temperature import at_targets, log_probabilities

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sample import Drawn
    from components.language_model.sampling import Sampler

Report = Callable[[int, int, Results], None]  # texts that are done, all of them, and the results so far


def run(
    sampler: "Sampler",
    lexicon: Lexicon,
    setting: SweepSetting,
    *,
    report: Report = lambda *_: None,
) -> Results:
    """Generate and measure the texts of a sweep, batch by batch.

    Parameters
    ----------
    sampler : Sampler
        The model.
    lexicon : Lexicon
        What is known of its training text.
    setting : SweepSetting
        The texts to generate.
    report : callable, optional
        Called after every batch, with the results so far: all temperatures of the seeds that are done. What it
        raises ends the work.

    Raises
    ------
    UnknownCharacterError
        If the prompt holds a character that the model does not know.
    """
    reading, width = sampler.read(setting.prompt), len(setting.temperatures)
    measured, texts = list[Measures](), list[str]()
    results = Results(setting)
    for group in setting.groups():
        for batch in sampler.sample_rows(reading, group, setting.length, size=setting.batch):
            measured += [measured_text(drawn, lexicon) for drawn in batch]
            texts += [drawn.text for drawn in batch[: width - len(texts)]]
            seeds = len(measured) // width  # that are done at all temperatures
            rows = tuple(tuple(measured[seed * width : (seed + 1) * width]) for seed in range(seeds))
            results = Results(setting, rows, tuple(texts) if seeds else ())
            del batch  # with all logits: before there are those of the next
            report(len(measured), setting.texts, results)
    return results


def measured_text(drawn: "Drawn", lexicon: Lexicon) -> Measures:
    """Return the measures of a generated text."""
    parts = [(drawn.logits[part], drawn.codes[part]) for part in drawn.stretches()]
    base = np.concatenate([at_targets(log_probabilities(logits), codes) for logits, codes in parts])  # (length,)
    sure = zip(*(confidence(logits, drawn.temperature) for logits, _ in parts), strict=True)
    return measure(drawn.text, base, Confidence(*map(np.concatenate, sure)), lexicon)


def write(
    model: Path, setting: SweepSetting, output: Path | None = None, *, report: Report = lambda *_: None
) -> tuple[Results, Path]:
    """Sweep a model and store the results, by default beside its weights.

    Parameters
    ----------
    model : Path
        The model's folder.
    setting : SweepSetting
        The texts to write.
    output : Path, optional
        Another folder to write the file into.
    report : callable, optional
        As for `run`.

    Returns
    -------
    results : Results
        The measures.
    path : Path
        The file.

    Raises
    ------
    ModelError
        If the model cannot be read.
    ValueError
        If the prompt holds a character that the model does not know, or there is no such folder.
    RoomError
        If there is no room for the file.
    """
    output = stored.checked_output(output or model)
    lexicon = known.lexicon_if_any(model)
    folder.vocabulary(model).encode(setting.prompt)  # a bad prompt is told before the network is loaded

    with stored.reserving(output, stored.SWEEP, Cost(setting.texts, setting.length).size):
        from components.language_model.loading import load

        results = run(load(model).sampler, lexicon, setting, report=report)
        return results, stored.save(output, stored.SWEEP, to_content(results, stored.provenance(model)))
