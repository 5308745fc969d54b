"""Whole small programs, to copy: each runs as it stands, with your own model put in. Needs no Keras itself."""

from pathlib import Path

FOLDER = Path(__file__).parent
# The one line of each program in which T acts.
LINES = {
    "scale_last_dense": "last.set_weights([kernel / T, bias / T])",
    "log_divide_exp": "logits = np.log(probabilities) / temperature",
    "power": "weights = (probabilities / largest) ** (1 / temperature)",
    "temperature_layer": "return logits / keras.ops.exp(self.log_temperature)",
}


def source(name: str) -> str:
    """Return a program as it stands.

    Examples
    --------
    >>> source("power").splitlines()[0].strip('"')
    'Change the temperature of probabilities: raise them to the power 1/T, normalise.'
    """
    return (FOLDER / f"{name}.py").read_text("utf-8")
