"""What is shown, as files to take away."""

import json
from collections.abc import Sequence

from components.analysis.comma_separated import comma_separated
from components.language_model.scene import Setting
from components.presenting.columns import Column
from components.temperature import Decoding
from components.temperature.schedule import Ramp, Temperature, WordPlace, temperatures_along

Entries = dict[str, str | float | None]

_TEMPERATURES = (
    "temperature",
    "start_temperature",
    "end_temperature",
    "schedule_length",
    "schedule_shape",
    "word_start_temperature",
    "word_inside_temperature",
)
_DECIMALS = 4  # of a temperature or a log-probability of a character


def as_csv(columns: Sequence[Column], model: str, setting: Setting) -> str:
    """Return one row per sample: how it was made, the text, its measures."""
    records = [_record(column, model, setting) for column in columns]
    return comma_separated(list(records[0]), [list(record.values()) for record in records])


def as_json(columns: Sequence[Column], model: str, setting: Setting) -> str:
    """Return what `as_csv` returns, and of every character the temperature and the log-probabilities in nats."""
    records = [
        _record(column, model, setting)
        | {
            "temperatures": _temperatures(column, setting),
            "base_log_probabilities": column.sample.base_log_probabilities.round(_DECIMALS).tolist(),
            "tempered_log_probabilities": column.sample.tempered_log_probabilities.round(_DECIMALS).tolist(),
        }
        for column in columns
    ]
    return json.dumps(records, ensure_ascii=False, indent=1)


def _temperatures(column: Column, setting: Setting) -> list[float]:
    temperature = column.sample.decoding.temperature
    along = temperatures_along(temperature, column.sample.text, setting.prompt, setting.noise_start)
    return list(along.round(_DECIMALS).tolist())


def _record(column: Column, model: str, setting: Setting) -> Entries:
    return {
        "model": model,
        "prompt": setting.prompt,
        **_decoding(column.sample.decoding),
        "seed": setting.seed,
        "noise_start": setting.noise_start,
        "text": column.sample.text,
        "mean_surprisal_bits": column.mean_surprisal,
        "word_share": column.word_share,
        "distinct_trigrams": column.distinct_trigrams,
    }


def _decoding(decoding: Decoding) -> Entries:
    """Return how characters were picked; None stands for what was not used."""
    return {
        **_temperature(decoding.temperature),
        "top_k": decoding.top_k,
        "top_p": decoding.top_p,
        "min_p": decoding.min_p,
        "top_nsigma": decoding.top_nsigma,
        "cut_before_temperature": decoding.cut_first if decoding.has_cut else None,
    }


def _temperature(temperature: Temperature) -> Entries:
    entries: Entries = dict.fromkeys(_TEMPERATURES)
    if isinstance(temperature, Ramp):
        names = ("start_temperature", "end_temperature", "schedule_length", "schedule_shape")
        values = (temperature.start, temperature.end, temperature.length, temperature.shape.value)
        return entries | dict(zip(names, values, strict=True))
    if isinstance(temperature, WordPlace):
        return entries | {"word_start_temperature": temperature.first, "word_inside_temperature": temperature.inside}
    return entries | {"temperature": temperature}
