"""What temperature buys and what it costs: texts at many temperatures and seeds, measured.

Run ``python -m components.analysis.sweep --model shakespeare``; it writes sweep.json beside the weights.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from components.analysis import stored
from components.analysis.bootstrap import Estimate
from components.analysis.measures import Measures, confidence, measure
from components.analysis.sweep_results import Results, summary, to_content
from components.analysis.sweep_setting import SweepSetting
from components.language_model import folder
from components.temperature import at_targets, log_probabilities

if TYPE_CHECKING:  # what this imports takes seconds
    from components.language_model.sample import Drawn
    from components.language_model.sampling import Sampler

_BAR = 30  # characters
_SHOWN = ("word_share", "distinct_trigrams", "compressed_share", "base_bits", "top_probability", "entropy", "loops")


@dataclass(frozen=True)
class Progress:
    """How far a sweep has come.

    Attributes
    ----------
    done, total : int
        Texts that are written and measured, and how many there are to be.
    results : Results
        What is found so far: all temperatures of the seeds that are done.
    """

    done: int
    total: int
    results: Results


def run(sampler: "Sampler", known: AbstractSet[str], setting: SweepSetting) -> Iterator[Progress]:
    """Write and measure the texts of a sweep, batch by batch.

    Parameters
    ----------
    sampler : Sampler
        The model.
    known : set of str
        The words of its training text.
    setting : SweepSetting
        What is to be written.

    Returns
    -------
    iterator of Progress
        One a batch. Whoever has seen enough closes it, or asks for no more: what was found stays good.

    Raises
    ------
    UnknownCharacterError
        If the prompt holds a character that the model does not know.
    """
    reading = sampler.read(setting.prompt)  # a bad prompt is told before the first batch is asked for

    def batches() -> Iterator[Progress]:
        width = len(setting.temperatures)
        measured: list[Measures] = []
        texts: list[str] = []
        for group in setting.groups():
            for batch in sampler.sample_rows(reading, group, setting.length, size=setting.batch):
                measured += [measured_text(drawn, known) for drawn in batch]
                texts += [drawn.text for drawn in batch[: width - len(texts)]]
                whole = len(measured) // width
                rows = tuple(tuple(measured[seed * width : (seed + 1) * width]) for seed in range(whole))
                yield Progress(len(measured), setting.texts, Results(setting, rows, tuple(texts) if whole else ()))

    return batches()


def measured_text(drawn: "Drawn", known: AbstractSet[str]) -> Measures:
    """Measure a text that a model wrote."""
    base = at_targets(log_probabilities(drawn.logits), drawn.codes)
    return measure(drawn.text, base, confidence(drawn.logits, drawn.temperature), known)


def _shown(estimate: Estimate) -> str:
    if estimate.mean is None:
        return f"{'–':>20}"
    between = "" if estimate.low is None else f"[{estimate.low:.3f}, {estimate.high:.3f}]"
    return f"{estimate.mean:.3f} {between:>14}"


def lines(results: Results) -> Iterator[str]:
    """Give the main figures as lines for a terminal, one a temperature."""
    found = summary(results)
    yield "   T  " + "  ".join(f"{figure:>20}" for figure in _SHOWN)
    for place, temperature in enumerate(results.setting.temperatures):
        yield f"{temperature:4g}  " + "  ".join(f"{_shown(found[figure][place]):>20}" for figure in _SHOWN)


def _show_progress(progress: Progress, began: float) -> None:
    filled = _BAR * progress.done // progress.total
    seconds = time.monotonic() - began
    sys.stderr.write(
        f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {progress.done} of {progress.total} texts, {seconds:.0f} s"
    )
    sys.stderr.write("\n" if progress.done == progress.total else "")
    sys.stderr.flush()


def _arguments() -> argparse.Namespace:
    default = SweepSetting()
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default=folder.name_of(folder.DEFAULT_MODEL), help="a model's name, or its folder")
    parser.add_argument(
        "--temperatures", type=float, nargs="+", default=default.temperatures, help="0 to 2 in steps of 0.1 if left out"
    )
    parser.add_argument("--samples", type=int, default=default.samples, help="texts a temperature")
    parser.add_argument("--length", type=int, default=default.length, help="characters a text")
    parser.add_argument("--prompt", default=default.prompt, help="what every text goes on from: a line break")
    parser.add_argument("--first-seed", type=int, default=default.first_seed, help="the seed of the first sample")
    parser.add_argument("--output", type=Path, help="the folder to write sweep.json into: the model's if left out")
    return parser.parse_args()


def write(model: Path, setting: SweepSetting, output: Path | None = None) -> tuple[Results, Path]:
    """Sweep a model and keep the results, by default beside its weights.

    Parameters
    ----------
    model : Path
        The model's folder.
    setting : SweepSetting
        What is to be written.
    output : Path, optional
        Another folder to write the file into.

    Returns
    -------
    results : Results
        What was measured.
    path : Path
        The file.

    Raises
    ------
    ModelError
        If the model cannot be read.
    ValueError
        If the prompt holds a character that the model does not know, or there is no such folder.
    """
    output = output or model
    if not output.is_dir():
        raise ValueError(f"there is no folder {output} to write into: make it first")
    known = folder.known_words(model)
    folder.vocabulary(model).encode(setting.prompt)  # what is wrong with it is told before the network is loaded
    os.environ.setdefault(
        "TF_CPP_MIN_LOG_LEVEL", "3"
    )  # what TensorFlow says of devices would stand in the progress bar

    from components.language_model.loading import load

    sampler, began = load(model).sampler, time.monotonic()
    for progress in run(sampler, known, setting):
        _show_progress(progress, began)
    content = to_content(progress.results, stored.provenance(model))
    return progress.results, stored.save(output, stored.SWEEP, content)


def main() -> None:
    """Read the command line, sweep, print the main figures, write the file."""
    arguments = _arguments()
    try:
        setting = SweepSetting(
            arguments.prompt,
            tuple(arguments.temperatures),
            arguments.samples,
            arguments.length,
            arguments.first_seed,
        )
        results, path = write(folder.named(arguments.model), setting, arguments.output)
        print(*lines(results), path, sep="\n")
    except (folder.ModelError, ValueError, OSError) as error:
        sys.exit(f"sweep: {error}")


if __name__ == "__main__":
    main()
