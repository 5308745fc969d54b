"""What is shown, as files to take away."""

import csv
import io
import json
from collections.abc import Sequence

from components.presenting.columns import Column


def as_csv(columns: Sequence[Column], model: str, prompt: str, seed: int) -> str:
    """Give one row a sample: how it was made, the text, its measures."""
    table = io.StringIO()
    records = [_record(column, model, prompt, seed) for column in columns]
    writer = csv.DictWriter(table, fieldnames=list(records[0]))
    writer.writeheader()
    writer.writerows(records)
    return table.getvalue()


def as_json(columns: Sequence[Column], model: str, prompt: str, seed: int) -> str:
    """Give what `as_csv` gives, and the log-probabilities of every character in nats."""
    records = [
        _record(column, model, prompt, seed)
        | {
            "base_log_probabilities": column.sample.base_log_probabilities.round(4).tolist(),
            "tempered_log_probabilities": column.sample.tempered_log_probabilities.round(4).tolist(),
        }
        for column in columns
    ]
    return json.dumps(records, ensure_ascii=False, indent=1)


def _record(column: Column, model: str, prompt: str, seed: int) -> dict[str, str | float | None]:
    return {
        "model": model,
        "prompt": prompt,
        "temperature": column.sample.temperature,
        "seed": seed,
        "text": column.sample.text,
        "mean_surprisal_bits": column.mean_surprisal,
        "word_share": column.word_share,
        "distinct_trigrams": column.distinct_trigrams,
    }
