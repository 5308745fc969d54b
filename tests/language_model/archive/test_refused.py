"""Networks that cannot be written with one character at a time: the layer is named, and why."""

from collections.abc import Callable
from pathlib import Path

import keras
import pytest

from components.language_model.archive import process
from components.language_model.archive.chain import TAKEN, ArchiveError
from tests.language_model.archive.saving import SIZE, L, of_codes, of_onehot


def _lstm(units: int = 4, **settings: object) -> keras.layers.Layer:
    return L.LSTM(units, return_sequences=True, **settings)


def _two_inputs() -> keras.Model:
    codes, others = keras.Input((None,), dtype="int32"), keras.Input((None,), dtype="int32")
    values = L.Embedding(SIZE, 3, name="left")(codes)
    return keras.Model(
        [codes, others], L.Dense(SIZE)(L.Concatenate(name="both")([values, L.Embedding(SIZE, 3)(others)]))
    )


def _two_outputs() -> keras.Model:
    codes = keras.Input((None,), dtype="int32")
    values = _lstm()(L.Embedding(SIZE, 3)(codes))
    return keras.Model(codes, [L.Dense(SIZE)(values), L.Dense(SIZE)(values)])


def _skip() -> keras.Model:
    codes = keras.Input((None,), dtype="int32")
    values = L.Embedding(SIZE, 3)(codes)
    return keras.Model(codes, L.Dense(SIZE)(L.Add(name="sum")([values, _lstm(3)(values)])))


def _attention() -> keras.Model:
    codes = keras.Input((None,), dtype="int32")
    values = L.Embedding(SIZE, 3)(codes)
    return keras.Model(codes, L.Dense(SIZE)(L.MultiHeadAttention(1, 2, name="look")(values, values)))


def _nested() -> keras.Model:
    inner = keras.Sequential([keras.Input((None, 5)), _lstm()], name="inside")
    return of_codes(inner, L.Dense(SIZE))


def _quantized() -> keras.Model:
    network = of_onehot(_lstm(), L.Dense(SIZE))
    network.quantize("int8")
    return network


REFUSED: dict[str, tuple[Callable[[], keras.Model], str]] = {
    "Bidirectional": (
        lambda: of_codes(L.Bidirectional(_lstm(), name="both_ways"), L.Dense(SIZE)),
        r"'both_ways' \(Bidirectional\) cannot be sampled from: it reads a text from its end as well",
    ),
    "several inputs": (_two_inputs, r"'both' \(Concatenate\).*joins several paths"),
    "several outputs": (_two_outputs, "1 inputs and 2 outputs: one of each is needed"),
    "a branch": (_skip, r"'sum' \(Add\).*joins several paths"),
    "attention": (_attention, r"'look' \(MultiHeadAttention\).*reads many characters at once"),
    "a convolution": (lambda: of_codes(L.Conv1D(4, 2, name="wide"), L.Dense(SIZE)), r"'wide' \(Conv1D\).*at once"),
    "a network inside": (_nested, r"'inside' \(Sequential\).*save its layers as one chain"),
    "code": (
        lambda: of_codes(L.Lambda(lambda x: x, name="trick"), L.Dense(SIZE)),
        r"'trick' \(Lambda\).*no code of a file is run",
    ),
    "a layer that nobody thought of": (lambda: of_codes(L.UnitNormalization(), L.Dense(SIZE)), "none of the layers"),
    "int8": (_quantized, r"dtype 'QuantizedDTypePolicy'.*each read as float32"),
    "backwards": (lambda: of_codes(_lstm(go_backwards=True), L.Dense(SIZE)), "go_backwards True: a text is written"),
    "no Dense at the end": (lambda: of_codes(_lstm(SIZE)), r"ends in 'lstm.*must end in a Dense layer"),
    "another activation at the end": (lambda: of_codes(_lstm(), L.Dense(SIZE, "sigmoid")), "Dense, sigmoid.*must end"),
    "an activation in between": (lambda: of_codes(L.Activation("relu"), L.Dense(SIZE)), "give it to the layer before"),
    "a softmax in between": (
        lambda: of_codes(L.Dense(4, activation="softmax", name="early"), L.Dense(SIZE)),
        "follows a softmax, which must be the end",
    ),
    "TimeDistributed of another layer": (
        lambda: of_codes(L.TimeDistributed(L.LayerNormalization(), name="each"), L.Dense(SIZE)),
        r"'each' \(TimeDistributed\) holds a LayerNormalization: a Dense is needed",
    ),
    "another number written than read": (lambda: of_codes(_lstm(), L.Dense(SIZE + 1)), "reads 7 characters.*writes 8"),
    "numbers in place of characters": (
        lambda: keras.Sequential([keras.Input((None, 1)), _lstm(), L.Dense(SIZE)]),
        "reads 1 characters.*writes 7",
    ),
    "no layer": (lambda: keras.Sequential([keras.Input((None, SIZE))]), "has no layer; taken are"),
    "pictures": (
        lambda: keras.Sequential([keras.Input((8, 8, 3)), L.Dense(3)]),
        "arrays of shape.*codes .* or one-hot characters",
    ),
}


@pytest.mark.filterwarnings("ignore::UserWarning")  # Keras's own, while it saves what is odd
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_written_with_is_refused_by_name(name: str, tmp_path: Path) -> None:
    build, sentence = REFUSED[name]
    build().save(tmp_path / "their.keras")
    with pytest.raises(ArchiveError, match=sentence) as raised:
        process.read(tmp_path / "their.keras")
    assert "\n" not in str(raised.value)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_network_that_was_never_built_is_refused(tmp_path: Path) -> None:
    keras.Sequential([L.Embedding(SIZE, 3), _lstm(), L.Dense(SIZE)]).save(tmp_path / "their.keras")
    with pytest.raises(ArchiveError, match="was never built: call it once"):
        process.read(tmp_path / "their.keras")


def test_a_layer_with_code_of_its_own_is_refused_and_nothing_of_it_is_run(tmp_path: Path) -> None:
    @keras.saving.register_keras_serializable("theirs")
    class Loud(L.Layer):
        def __init__(self, **settings: object) -> None:
            super().__init__(**settings)
            (tmp_path / "run").touch()

    of_codes(Loud(), L.Dense(SIZE)).save(tmp_path / "their.keras")
    (tmp_path / "run").unlink()
    with pytest.raises(ArchiveError, match=r"\(Loud\).*none of the layers that are taken"):
        process.read(tmp_path / "their.keras")
    assert not (tmp_path / "run").exists()


def test_a_refusal_says_what_is_taken() -> None:
    for layer in ("Embedding", "LSTM", "GRU", "SimpleRNN", "Dropout", "Dense", "TimeDistributed(Dense)", "softmax"):
        assert layer in TAKEN
