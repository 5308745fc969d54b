"""The end of a Keras model, where temperature acts: its last Dense layer, changed in a copy."""

import keras

from components.language_model.temperature_layer import Temperature, checked


def head(model: keras.Model) -> keras.layers.Dense:
    """Give a model's last Dense layer; a softmax may stand in it, or after it.

    Parameters
    ----------
    model : keras.Model
        Sequential or functional, built, with one input and one output.

    Returns
    -------
    keras.layers.Dense
        The layer whose products are the logits.

    Raises
    ------
    ValueError
        If the model does not end in a Dense layer, or its last activation is neither softmax nor
        linear; the error names what was found.
    """
    ends = len(model.inputs), len(model.outputs)
    if ends != (1, 1):
        raise ValueError(f"the model {model.name!r} has {ends[0]} inputs and {ends[1]} outputs: one of each is needed")
    last = _maker(model.outputs[0])
    dense = _maker(last.input) if is_softmax(last) else last
    if not isinstance(dense, keras.layers.Dense):
        raise ValueError(
            f"the model {model.name!r} must end in a Dense layer, and ends in {dense.name!r} "
            f"({type(dense).__name__}): only there are the logits a product of weights that can be divided by T"
        )
    taken = ["linear"] if dense is not last else ["softmax", "linear"]
    found = keras.activations.serialize(dense.activation)
    if found not in taken:
        raise ValueError(f"the last layer {dense.name!r} has activation {found!r}: {' or '.join(taken)} is needed")
    return dense


def is_softmax(layer: keras.layers.Layer) -> bool:
    """Whether a layer is a softmax and nothing else."""
    return isinstance(layer, keras.layers.Softmax) or (
        isinstance(layer, keras.layers.Activation) and layer.activation is keras.activations.softmax
    )


def ends_in_softmax(model: keras.Model) -> bool:
    """Whether a model that `head` takes gives probabilities; otherwise it gives logits."""
    return _maker(model.outputs[0]) is not head(model) or head(model).activation is keras.activations.softmax


def scale_last_dense(model: keras.Model, temperature: float) -> keras.Model:
    """Give a copy of a model at another temperature, by its last Dense layer's weights.

    Parameters
    ----------
    model : keras.Model
        As `head` takes it, with a softmax or without one; it is not changed.
    temperature : float
        Finite and above 0.

    Returns
    -------
    keras.Model
        A model of the same shape. A stateful one starts from a zero state.

    Raises
    ------
    ValueError
        If the temperature is not above 0, or the model has no such layer.

    Notes
    -----
    (W h + b) / T = (W / T) h + b / T. So the factor is 1 / T, not T, and the bias is scaled as well.

    References
    ----------
    The question itself: https://stackoverflow.com/questions/37246030.

    Examples
    --------
    >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="softmax")])
    >>> colder = scale_last_dense(model, 0.5)
    >>> bool((colder.layers[-1].kernel == 2 * model.layers[-1].kernel).numpy().all())
    True
    """
    factor, name = 1 / checked(temperature), head(model).name
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    for weights in copy.get_layer(name).weights:
        weights.assign(weights * factor)
    return copy


def with_temperature(model: keras.Model, temperature: float = 1.0, *, trainable: bool = False) -> keras.Model:
    """Give a copy of a model with a `Temperature` layer on its logits, before its softmax if it has one.

    Parameters
    ----------
    model : keras.Model
        As `head` takes it; it is not changed.
    temperature : float, optional
        Where the layer starts: finite and above 0.
    trainable : bool, optional
        Whether `fit` may find the temperature. All other weights are frozen either way.

    Returns
    -------
    keras.Model
        Its layer named "temperature" holds T, which can be set at any time without a new compile.

    Raises
    ------
    ValueError
        If the temperature is not above 0, or the model has no such head.

    References
    ----------
    Answer 3 of https://stackoverflow.com/questions/37246030; Guo et al., "On Calibration of Modern
    Neural Networks", ICML 2017, https://arxiv.org/abs/1706.04599.

    Examples
    --------
    >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="softmax")])
    >>> tempered = with_temperature(model, 0.5)
    >>> tempered.get_layer("temperature").temperature = 0.25
    """
    softmax, name = ends_in_softmax(model), head(model).name

    def copied(layer: keras.layers.Layer) -> keras.layers.Layer:
        changed = {"activation": "linear"} if layer.name == name else {}
        return type(layer).from_config(layer.get_config() | changed)

    copy = keras.models.clone_model(model, clone_function=copied)
    copy.set_weights(model.get_weights())
    copy.trainable = False
    values = Temperature(temperature, trainable=trainable, name="temperature")(copy.get_layer(name).output)
    return keras.Model(copy.inputs[0], keras.layers.Softmax()(values) if softmax else values)


def head_alone(model: keras.Model) -> keras.Sequential:
    """Give a model's last Dense layer as a small model of its own, with a softmax.

    What a method does to the whole model it does here too, at the cost of one product.

    Examples
    --------
    >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4), keras.layers.Dense(3)])
    >>> head_alone(model).input_shape, head_alone(model).layers[-1].activation.__name__
    ((None, 4), 'softmax')
    """
    dense = head(model)
    twin = keras.layers.Dense.from_config(dense.get_config() | {"activation": "softmax"})
    alone = keras.Sequential([keras.Input((dense.kernel.shape[0],)), twin])
    alone.set_weights(dense.get_weights())
    return alone


def _maker(tensor: keras.KerasTensor) -> keras.layers.Layer:
    return tensor._keras_history.operation
