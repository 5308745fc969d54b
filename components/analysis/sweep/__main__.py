"""Write and measure texts at many temperatures and seeds, and store the results beside the model's weights."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from components.analysis import sweep
from components.analysis.bootstrap import Estimate
from components.analysis.sweep_results import Results, summary
from components.analysis.sweep_setting import SweepSetting
from components.language_model import command_line, folder
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
        default=default.samples,
        help="texts at each temperature, 2 or more (default: %(default)s)",
    )
    options.add_argument(
        "--length", type=int, metavar="N", default=default.length, help="characters of each text (default: %(default)s)"
    )
    options.add_argument(
        "--prompt",
        metavar="TEXT",
        default=default.prompt,
        help="what every text goes on from (default: a line break, %(default)r)",
    )
    options.add_argument(
        "--first-seed",
        type=int,
        metavar="N",
        default=default.first_seed,
        help="seed of the first sample, 0 or more; each further one has the next (default: %(default)s)",
    )
    options.add_argument(
        "--output", type=Path, metavar="DIR", help="folder to write sweep.json into (default: the model's)"
    )
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Sweep, print the main measures and the file."""
    options = parser().parse_args(arguments)
    with command_line.command("sweep"):
        setting = SweepSetting(
            options.prompt, tuple(options.temperatures), options.samples, options.length, options.first_seed
        )
        model = folder.named(options.model)
        command_line.import_tensorflow()
        results, path = sweep.write(model, setting, options.output, report=command_line.progress_bar("texts"))
        print(*lines(results), path, sep="\n")


def lines(results: Results) -> Iterator[str]:
    """Return the main measures as lines for a terminal, a line for each temperature."""
    measures = summary(results)
    yield "   T  " + "  ".join(f"{name:>20}" for name in _MEASURES)
    for index, temperature in enumerate(results.setting.temperatures):
        yield f"{temperature:4g}  " + "  ".join(f"{_cell(measures[name][index]):>20}" for name in _MEASURES)


def _cell(estimate: Estimate) -> str:
    if estimate.mean is None:
        return f"{'–':>20}"
    interval = "" if estimate.low is None else f"[{estimate.low:.3f}, {estimate.high:.3f}]"
    return f"{estimate.mean:.3f} {interval:>14}"


if __name__ == "__main__":
    main()
