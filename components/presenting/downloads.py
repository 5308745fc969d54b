"""What is shown, as files to take away."""

import csv
import io
import json
from collections.abc import Sequence

from components.language_model.scene import Setting
from components.presenting.columns import Column


def as_csv(columns: Sequence[Column], model: str, setting: Setting) -> str:
    """Return one row per sample: how it was made, the text, its measures."""
    table = io.StringIO()
    records = [_record(column, model, setting) for column in columns]
    writer = csv.DictWriter(table, fieldnames=list(records[0]))
    writer.writeheader()
    writer.writerows(records)
    return table.getvalue()


def as_json(columns: Sequence[Column], model: str, setting: Setting) -> str:
    """Return what `as_csv` returns, and the log-probabilities of every character in nats."""
    records = [
        _record(column, model, setting)
        | {
            "base_log_probabilities": column.sample.base_log_probabilities.round(4).tolist(),
            "tempered_log_probabilities": column.sample.tempered_log_probabilities.round(4).tolist(),
        }
        for column in columns
    ]
    return json.dumps(records, ensure_ascii=False, indent=1)


def _record(column: Column, model: str, setting: Setting) -> dict[str, str | float | None]:
    return {
        "model": model,
        "prompt": setting.prompt,
        "temperature": column.sample.temperature,
        "seed": setting.seed,
        "noise_start": setting.noise_start,
        "text": column.sample.text,
        "mean_surprisal_bits": column.mean_surprisal,
        "word_share": column.word_share,
        "distinct_trigrams": column.distinct_trigrams,
    }
