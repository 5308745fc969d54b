"""Ways to write text with one and the same network, each as its own documentation does it.

Each takes the shipped weights, and runs in a process of its own. `write` gives one text per temperature; at T = 0
the most likely character is taken, so that all of them must write the same.
"""

from importlib import import_module
from importlib.util import find_spec

from tests.benchmarks.contenders.contract import Contender, Weights

# The module and the class of each, in the order of the table.
CONTENDERS = {
    "keras_predict": "keras_predict.KerasExample",
    "stateful_predict": "keras_predict.StatefulPredict",
    "onestep": "onestep.OneStep",
    "pytorch": "pytorch.PyTorch",
    "jax": "jax_scan.JaxScan",
    "onnxruntime": "onnx_runtime.OnnxRuntime",
    "numpy": "by_hand.PlainNumPy",
    "ours": "ours.Ours",
}
LIBRARIES = {"pytorch": ("torch",), "jax": ("jax",), "onnxruntime": ("onnx", "onnxruntime")}


class MissingLibraryError(Exception):
    """A contender's library is not installed."""


def kind(key: str) -> type[Contender]:
    """Return a contender's class.

    Raises
    ------
    MissingLibraryError
        If its library is not installed: it is on the list of tests/benchmarks/requirements.txt only.
    """
    module, name = CONTENDERS[key].split(".")
    for library in LIBRARIES.get(key, ()):
        if find_spec(library) is None:
            raise MissingLibraryError(f"{library} is not installed")
    return getattr(import_module(f"tests.benchmarks.contenders.{module}"), name)  # type: ignore[no-any-return]


__all__ = ["CONTENDERS", "Contender", "MissingLibraryError", "Weights", "kind"]
