"""Whole small programs, to copy: each runs as it stands, with your own model put in. Needs no Keras itself."""

from pathlib import Path

FOLDER = Path(__file__).parent
# The one line of each program in which T acts, or in which what is kept is decided.
LINES = {
    "scale_last_dense": "last.set_weights([kernel / T, bias / T])",
    "log_divide_exp": "logits = np.log(probabilities) / temperature",
    "power": "weights = (probabilities / largest) ** (1 / temperature)",
    "temperature_layer": "return logits / keras.ops.exp(self.log_temperature)",
    "top_k": "kept = chances >= np.sort(chances)[-k]",
    "top_p": "kept = chances >= falling[(falling[:-1].cumsum() < P).sum()]",
    "min_p": "kept = chances >= m * chances.max()",
}


def source(name: str) -> str:
    """Return a program as it stands.

    Examples
    --------
    >>> source("power").splitlines()[0].strip('"')
    'Change the temperature of probabilities: raise them to the power 1/T, normalise.'
    """
    return (FOLDER / f"{name}.py").read_text("utf-8")
