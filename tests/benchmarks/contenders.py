"""Ways to write text with one and the same network, each as its own documentation does it.

Every contender takes the shipped weights. `write` gives one text a temperature; at T = 0 the most likely
character is taken, so that all of them must write the same.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from components.language_model.loading import Model
from components.language_model.network import copy_weights
from components.language_model.vocabulary import Vocabulary
from components.temperature import apply_temperature

SEED = 1
WINDOW = 40  # of the Keras example

try:
    import torch
except ImportError:  # on the list of tests/benchmarks/requirements.txt only
    torch = None  # type: ignore[assignment]


class Contender(Protocol):
    """A way to write text."""

    name: str
    source: str
    one_at_a_time: bool  # another temperature is another text from the start: as many times the time
    longest: int | None  # what it can see of a text; None: all of it

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Give one text a temperature."""


def _returning_state(layer: Any) -> Any:
    """Give a recurrent layer's twin that also returns its state, with the same weights; others as they are."""
    if not hasattr(layer, "cell"):
        return layer
    twin = type(layer).from_config(layer.get_config() | {"return_state": True, "name": None})
    twin.build((None, None, layer.cell.kernel.shape[0]))
    twin.set_weights(layer.get_weights())
    return twin


def _drawn(logits: NDArray[np.float32], temperature: float, random: np.random.Generator) -> int:
    """Draw one character, as the Keras example's `sample` does, in float64 so that multinomial takes it."""
    if temperature == 0:
        return int(logits.argmax())
    return int(random.multinomial(1, apply_temperature(logits, temperature)).argmax())


class KerasExample:
    """`model.predict` on the last 40 characters, for every character."""

    name = "Keras example: predict on a window"
    source = "https://keras.io/examples/generative/lstm_character_level_text_generation/"
    one_at_a_time = True
    longest = WINDOW

    def __init__(self, model: Model) -> None:
        self.network, self.vocabulary = model.network, model.sampler.vocabulary

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Predict, sample, shift the window."""
        return [self._write_one(prompt, temperature, length) for temperature in temperatures]

    def _write_one(self, prompt: str, temperature: float, length: int) -> str:
        random, codes = np.random.default_rng(SEED), list(self.vocabulary.encode(prompt))
        for _ in range(length):
            logits = self.network.predict(np.array([codes[-WINDOW:]]), verbose=0)[0, -1]
            codes.append(_drawn(logits, temperature, random))
        return self.vocabulary.decode(codes[len(prompt) :])


class StatefulPredict:
    """A stateful network of batch 1 and length 1; `predict` for every character."""

    name = "stateful predict, one character a call"
    source = "https://stackoverflow.com/questions/37246030"
    one_at_a_time = True
    longest = None

    def __init__(self, model: Model) -> None:
        self.vocabulary = model.sampler.vocabulary
        stateful = [
            type(layer).from_config(layer.get_config() | ({"stateful": True} if hasattr(layer, "cell") else {}))
            for layer in model.network.layers
        ]
        self.network = keras.Sequential([keras.Input(batch_shape=(1, 1), dtype="int32"), *stateful])
        copy_weights(model.network, self.network)

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Feed one character after another."""
        return [self._write_one(prompt, temperature, length) for temperature in temperatures]

    def _write_one(self, prompt: str, temperature: float, length: int) -> str:
        random, codes = np.random.default_rng(SEED), list(self.vocabulary.encode(prompt))
        for layer in self.network.layers:
            if hasattr(layer, "reset_state"):
                layer.reset_state()
        for code in codes[:-1]:
            self.network.predict(np.array([[code]]), verbose=0)
        for _ in range(length):
            logits = self.network.predict(np.array([[codes[-1]]]), verbose=0)[0, -1]
            codes.append(_drawn(logits, temperature, random))
        return self.vocabulary.decode(codes[len(prompt) :])


class OneStep:
    """The TensorFlow tutorial's `OneStep`: a `tf.function` for every character, states passed."""

    name = "TensorFlow tutorial's OneStep"
    source = "https://www.tensorflow.org/text/tutorials/text_generation"
    one_at_a_time = False
    longest = None

    def __init__(self, model: Model) -> None:
        self.layers = [_returning_state(layer) for layer in model.network.layers]
        characters = list(model.sampler.vocabulary.characters)
        self.ids_from_chars = keras.layers.StringLookup(vocabulary=characters, num_oov_indices=0)
        self.chars_from_ids = keras.layers.StringLookup(vocabulary=characters, num_oov_indices=0, invert=True)
        self.greedy = tf.function(lambda inputs, states, t: self._one_step(inputs, states, t, self._most_likely))
        self.random = tf.function(lambda inputs, states, t: self._one_step(inputs, states, t, self._categorical))

    @staticmethod
    def _most_likely(logits: Any, temperatures: Any) -> Any:
        return tf.argmax(logits, axis=-1)

    @staticmethod
    def _categorical(logits: Any, temperatures: Any) -> Any:
        return tf.squeeze(tf.random.categorical(logits / temperatures, num_samples=1), axis=-1)

    def _one_step(self, inputs: Any, states: Any, temperatures: Any, pick: Callable[[Any, Any], Any]) -> Any:
        values = self.ids_from_chars(tf.strings.unicode_split(inputs, "UTF-8")).to_tensor()
        before, after = iter(states or []), []
        for layer in self.layers:
            if hasattr(layer, "cell"):
                values, *state = layer(values, initial_state=next(before, None))
                after.append(state)
            else:
                values = layer(values)
        ids = pick(values[:, -1, :], temperatures)
        return self.chars_from_ids(ids), after

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Call the step for every character, with all temperatures as one batch."""
        step = self.greedy if not any(temperatures) else self.random
        column = tf.constant(np.array(temperatures, np.float32)[:, None])
        next_char, states = tf.constant([prompt] * len(temperatures)), None
        result = []
        for _ in range(length):
            next_char, states = step(next_char, states, column)
            result.append(next_char)
        return [text.decode() for text in tf.strings.join(result).numpy()]


class PyTorch:
    """The char-rnn loop: `nn.LSTM`, one character a call, the hidden state passed."""

    name = "PyTorch char-rnn loop"
    source = "https://github.com/pytorch/examples/blob/main/word_language_model/generate.py"
    one_at_a_time = False
    longest = None

    def __init__(self, model: Model) -> None:
        self.vocabulary = model.sampler.vocabulary
        embedding, *recurrent, head = model.network.layers
        cells = [layer.cell for layer in recurrent if hasattr(layer, "cell")]
        tensor = lambda values: torch.tensor(np.asarray(values))  # noqa: E731
        self.encoder = torch.nn.Embedding.from_pretrained(tensor(embedding.embeddings))
        self.lstm = torch.nn.LSTM(embedding.output_dim, cells[0].units, len(cells), batch_first=True)
        self.decoder = torch.nn.Linear(cells[-1].units, len(self.vocabulary))
        with torch.no_grad():
            for layer, cell in enumerate(cells):
                # Both order the gates as input, forget, cell, output; Keras keeps one bias.
                getattr(self.lstm, f"weight_ih_l{layer}").copy_(tensor(cell.kernel).T)
                getattr(self.lstm, f"weight_hh_l{layer}").copy_(tensor(cell.recurrent_kernel).T)
                getattr(self.lstm, f"bias_ih_l{layer}").copy_(tensor(cell.bias))
                getattr(self.lstm, f"bias_hh_l{layer}").zero_()
            self.decoder.weight.copy_(tensor(head.kernel).T)
            self.decoder.bias.copy_(tensor(head.bias))

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Call the network for every character, with all temperatures as one batch."""
        torch.manual_seed(SEED)
        column = torch.tensor(temperatures)[:, None]
        codes = torch.tensor(self.vocabulary.encode(prompt).astype(np.int64)).repeat(len(temperatures), 1)
        hidden, result = None, []
        with torch.no_grad():
            for _ in range(length):
                output, hidden = self.lstm(self.encoder(codes), hidden)
                scores = self.decoder(output[:, -1])
                if any(temperatures):
                    codes = torch.multinomial(torch.softmax(scores / column, dim=-1), 1)
                else:
                    codes = scores.argmax(dim=-1, keepdim=True)
                result.append(codes)
        return [self.vocabulary.decode(row) for row in torch.cat(result, dim=1).tolist()]


class PlainNumPy:
    """The network by hand: a matrix product for the gates of each layer."""

    name = "NumPy by hand"
    source = "https://gist.github.com/karpathy/d4dee566867f8291f086"
    one_at_a_time = False
    longest = None

    def __init__(self, model: Model) -> None:
        self.vocabulary = model.sampler.vocabulary
        embedding, *recurrent, head = model.network.layers
        cells = [layer.cell for layer in recurrent if hasattr(layer, "cell")]
        self.embeddings = np.asarray(embedding.embeddings)
        self.cells = [
            (np.concatenate([np.asarray(cell.kernel), np.asarray(cell.recurrent_kernel)]), np.asarray(cell.bias))
            for cell in cells
        ]
        self.kernel, self.bias = np.asarray(head.kernel), np.asarray(head.bias)

    def _step(self, codes: Any, states: list[Any]) -> Any:
        values = self.embeddings[codes]
        for layer, ((kernel, bias), (hidden, carry)) in enumerate(zip(self.cells, states, strict=True)):
            enter, forget, new, leave = np.split(np.concatenate([values, hidden], axis=1) @ kernel + bias, 4, axis=1)
            carry = _sigmoid(forget) * carry + _sigmoid(enter) * np.tanh(new)
            values = _sigmoid(leave) * np.tanh(carry)
            states[layer] = (values, carry)
        return values @ self.kernel + self.bias

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Step through the prompt, then draw and step, with all temperatures as one batch."""
        rows, random = len(temperatures), np.random.default_rng(SEED)
        column = np.array(temperatures, np.float32)[:, None]
        states = [(np.zeros((rows, len(bias) // 4), np.float32),) * 2 for _, bias in self.cells]
        for code in self.vocabulary.encode(prompt):
            scores = self._step(np.full(rows, code), states)
        result = []
        for _ in range(length):
            noise = random.gumbel(size=scores.shape).astype(np.float32)
            codes = (scores + column * noise).argmax(axis=-1)
            result.append(codes)
            scores = self._step(codes, states)
        return [self.vocabulary.decode(row) for row in np.transpose(result)]


def _sigmoid(values: Any) -> Any:
    return 1 / (1 + np.exp(-values))


class Ours:
    """The compiled loop of `components.language_model.sampling`."""

    name = "ours: one compiled loop"
    source = "components/language_model/sampling.py"
    one_at_a_time = False
    longest = None

    def __init__(self, model: Model) -> None:
        self.sampler = model.sampler

    @property
    def vocabulary(self) -> Vocabulary:
        """The characters."""
        return self.sampler.vocabulary

    def write(self, prompt: str, temperatures: Sequence[float], length: int) -> list[str]:
        """Write all temperatures at once."""
        return [sample.text for sample in self.sampler.sample(prompt, temperatures, length, SEED)]


def contenders(model: Model) -> list[Contender]:
    """Make all that can be made here; PyTorch is left out where it is not installed."""
    makers: list[Callable[[Model], Contender]] = [KerasExample, StatefulPredict, OneStep, PlainNumPy, Ours]
    if torch is None:
        print("PyTorch is not installed: its contender is left out (see tests/benchmarks/requirements.txt).")
    else:
        makers.insert(3, PyTorch)
    return [maker(model) for maker in makers]
