"""Write and measure texts at many temperatures and seeds, and store the results beside the model's weights.

With --comparison they are written with cuts and with temperatures by place in the word, too.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from components.analysis import comparison, reference, stored, sweep
from components.analysis.bootstrap import Estimate
from components.analysis.comparison_results import Comparison, Finding, findings
from components.analysis.comparison_setting import SAMPLES, ComparisonSetting
from components.analysis.cost import Cost
from components.analysis.sweep_results import Results, summary
from components.analysis.sweep_setting import SweepSetting
from components.language_model import command_line, corpus, folder
from components.language_model.folder import ModelError
from components.temperature.scale import HIGHEST

_MEASURES = ("word_share", "distinct_trigrams", "compressed_share", "base_bits", "top_probability", "entropy", "loops")


def parser() -> argparse.ArgumentParser:
    """Return the command's options."""
    options, default = command_line.parser("components.analysis.sweep", str(__doc__)), SweepSetting()
    command_line.add_model(options)
    options.add_argument(
        "--temperatures",
        type=float,
        nargs="+",
        metavar="T",
        default=default.temperatures,
        help=f"each from 0 to {HIGHEST:g} (default: 0 to 2 in steps of 0.1)",
    )
    options.add_argument(
        "--samples",
        type=int,
        metavar="N",
        help=f"texts at each temperature, 2 or more (default: {default.samples}, with --comparison {SAMPLES})",
    )
    options.add_argument(
        "--length", type=int, metavar="N", default=default.length, help="characters of each text (default: %(default)s)"
    )
    options.add_argument(
        "--prompt",
        metavar="TEXT",
        help=f"what every text goes on from (default: a line break, {default.prompt!r}; a letter where the model has "
        "none)",
    )
    options.add_argument(
        "--first-seed",
        type=int,
        metavar="N",
        default=default.first_seed,
        help="seed of the first sample, 0 or more; each further one has the next (default: %(default)s)",
    )
    options.add_argument(
        "--output", type=Path, metavar="DIR", help="folder to write the file into (default: the model's)"
    )
    options.add_argument(
        "--comparison",
        action="store_true",
        help=f"compare cuts and temperatures by place in the word with these: writes {stored.COMPARISON}",
    )
    options.add_argument(
        "--corpus",
        type=Path,
        metavar="FILE",
        help="for a comparison, the UTF-8 text that the model was trained with, to measure how much of the texts "
        "stands in it word for word (default: none, and that is not measured)",
    )
    options.add_argument("--yes", action="store_true", help="go on with what takes more than an hour")
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Sweep, print the main measures and the file."""
    options = parser().parse_args(arguments)
    with command_line.command("sweep"):
        if options.corpus is not None and not options.comparison:
            raise ValueError(f"--corpus {options.corpus} is for a comparison alone: add --comparison, or leave it out")
        usual = SAMPLES if options.comparison else SweepSetting().samples
        samples = usual if options.samples is None else options.samples
        model = folder.named(options.model)
        prompt = folder.vocabulary(model).first_of("\n") if options.prompt is None else options.prompt
        setting = SweepSetting(prompt, tuple(options.temperatures), samples, options.length, options.first_seed)
        texts = ComparisonSetting(setting).texts if options.comparison else setting.texts
        cost = Cost(texts, setting.length, folder.record(model).get("window") or 1)
        cost.check(options.output or model, is_agreed=options.yes)
        command_line.show(str(cost))
        (_compare if options.comparison else _sweep)(model, setting, options)


def _sweep(model: Path, setting: SweepSetting, options: argparse.Namespace) -> None:
    command_line.import_tensorflow()
    results, path = sweep.write(model, setting, options.output, report=command_line.progress_bar("texts"))
    print(*lines(results), path, sep="\n")


def _compare(model: Path, setting: SweepSetting, options: argparse.Namespace) -> None:
    text = None if options.corpus is None else corpus.read(options.corpus, command_line.show)
    compared = ComparisonSetting(setting)
    command_line.import_tensorflow()
    bar = command_line.progress_bar("texts")
    results, path = comparison.write(model, compared, text, options.output, report=bar)
    print(*found_lines(results, model), path, sep="\n")


def lines(results: Results) -> Iterator[str]:
    """Return the main measures as lines for a terminal, a line for each temperature."""
    measures = summary(results)
    yield "   T  " + "  ".join(f"{name:>20}" for name in _MEASURES)
    for index, temperature in enumerate(results.setting.temperatures):
        yield f"{temperature:4g}  " + "  ".join(f"{_cell(measures[name][index]):>20}" for name in _MEASURES)


def found_lines(compared: Comparison, model: Path) -> Iterator[str]:
    """Return the best candidate of every family as lines for a terminal."""
    length = compared.setting.constant.length
    try:
        real = reference.load(model).value.lengths[length]["word_share"].mean
    except (ModelError, KeyError):
        yield f"no {stored.REFERENCE} of {length} characters: without it there is no best candidate"
        return
    yield f"{'family':<16} {'T':<12}" + "".join(f"{name:>23}" for name in ("words", "size", "gain", "kept", "copied"))
    for found in findings(compared, real or 0.0):
        yield _found_line(found)


def _found_line(found: Finding) -> str:
    cells = [found.words, found.size, found.gain, found.kept, found.copied]
    temperatures = ", ".join(f"{one:g}" for one in found.candidate.temperatures)
    return f"{found.candidate.family:<16} {temperatures:<12}" + "".join(
        f" {'' if cell is None else _cell(cell):>22}" for cell in cells
    )


def _cell(estimate: Estimate) -> str:
    if estimate.mean is None:
        return f"{'–':>20}"
    interval = "" if estimate.low is None else f"[{estimate.low:.3f}, {estimate.high:.3f}]"
    return f"{estimate.mean:.3f} {interval:>14}"


if __name__ == "__main__":
    main()
