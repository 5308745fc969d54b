"""ONNX Runtime's way: the step as a graph, one `session.run` for every character."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from tests.benchmarks.contenders.contract import SEED, Cell, Weights

OPSET = 17


class OnnxRuntime:
    """The whole step is one graph, the pick with its noise in it; states go in and come out."""

    name = "ONNX Runtime, a run per character"
    source = "https://onnxruntime.ai/docs/performance/tune-performance/threading.html"
    one_at_a_time = False
    longest = None
    threads = True

    def __init__(self, weights: Weights, threads: int) -> None:
        self.vocabulary, self.cells = weights.vocabulary, weights.cells
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        graph = _step(weights).SerializeToString()
        self.session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self.outputs = [output.name for output in self.session.get_outputs()]
        self.states = [name.removeprefix("new_") for name in self.outputs[1:]]

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Run the step through the prompt, then feed it what it picks, with all temperatures as one batch."""
        rows, characters = len(temperatures), len(self.vocabulary)
        fed: dict[str, Any] = {"temperatures": np.array(temperatures, np.float32)[:, None]}
        for layer, cell in enumerate(self.cells):
            fed[f"hidden{layer}"] = fed[f"carry{layer}"] = np.zeros((1, rows, cell.units), np.float32)
        noise = np.random.default_rng(SEED).gumbel(size=(length, rows, characters)).astype(np.float32)
        silence, result = np.zeros((rows, characters), np.float32), []
        prompt_codes = self.vocabulary.encode(prompt)
        for code in prompt_codes[:-1]:
            self._run(fed | {"codes": np.full(rows, code, np.int64), "noise": silence}, fed)
        codes = np.full(rows, prompt_codes[-1], np.int64)
        for of_step in noise:
            codes = self._run(fed | {"codes": codes, "noise": of_step}, fed)
            result.append(codes)
        return [self.vocabulary.decode(row) for row in np.transpose(result)] if length else [""] * rows

    def _run(self, inputs: dict[str, Any], fed: dict[str, Any]) -> Any:
        picked, *states = self.session.run(self.outputs, inputs)
        fed.update(zip(self.states, states, strict=True))
        return picked


def _step(weights: Weights) -> Any:
    """Build the graph of a step: codes, noise, temperatures and states in, picks and states out."""
    nodes, constants, inputs, outputs = [], [], [], []

    def constant(name: str, values: Any) -> str:
        constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(kind: str, given: Sequence[str], made: Sequence[str], **attributes: Any) -> None:
        nodes.append(helper.make_node(kind, given, made, **attributes))

    characters = len(weights.bias)
    node("Gather", [constant("embedding", weights.embedding), "codes"], ["embedded"])  # (rows, features)
    node("Unsqueeze", ["embedded", constant("first", np.array([0]))], ["values0"])  # (1, rows, features)
    for layer, cell in enumerate(weights.cells):
        states = [f"hidden{layer}", f"carry{layer}"]
        made = [f"sequence{layer}", *(f"new_{state}" for state in states)]
        node("LSTM", [f"values{layer}", *_lstm(cell, layer, constant), "", *states], made, hidden_size=cell.units)
        # (1, directions, rows, units) to (1, rows, units)
        node("Squeeze", [f"sequence{layer}", constant(f"second{layer}", np.array([1]))], [f"values{layer + 1}"])
        inputs += [helper.make_tensor_value_info(state, TensorProto.FLOAT, [1, None, cell.units]) for state in states]
        outputs += [
            helper.make_tensor_value_info(state, TensorProto.FLOAT, [1, None, cell.units]) for state in made[1:]
        ]
    node("Squeeze", [f"values{len(weights.cells)}", "first"], ["features"])  # (rows, units)
    node("Gemm", ["features", constant("head", weights.kernel), constant("head_bias", weights.bias)], ["logits"])
    node("Mul", ["noise", "temperatures"], ["tempered_noise"])
    node("Add", ["logits", "tempered_noise"], ["perturbed"])
    node("ArgMax", ["perturbed"], ["picked"], axis=1, keepdims=0)  # (rows,)
    inputs += [
        helper.make_tensor_value_info("codes", TensorProto.INT64, [None]),
        helper.make_tensor_value_info("noise", TensorProto.FLOAT, [None, characters]),
        helper.make_tensor_value_info("temperatures", TensorProto.FLOAT, [None, 1]),
    ]
    outputs = [helper.make_tensor_value_info("picked", TensorProto.INT64, [None]), *outputs]
    graph = helper.make_graph(nodes, "step", inputs, outputs, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)


def _lstm(cell: Cell, layer: int, constant: Any) -> list[str]:
    """Return the weights of a layer in ONNX's order of gates, input, output, forget, cell, with one direction."""

    def ordered(values: Any) -> Any:
        enter, forget, new, leave = np.split(values, 4, axis=-1)
        return np.concatenate([enter, leave, forget, new], axis=-1)

    bias = np.concatenate([ordered(cell.bias), np.zeros_like(cell.bias)])
    return [
        constant(f"W{layer}", ordered(cell.kernel).T[None]),  # (1, 4 * units, inputs)
        constant(f"R{layer}", ordered(cell.recurrent).T[None]),  # (1, 4 * units, units)
        constant(f"B{layer}", bias[None]),  # (1, 8 * units)
    ]
