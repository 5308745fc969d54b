"""The last Dense layer of a Keras model, where temperature acts, and copies of the model with it changed."""

import keras

from components.language_model.temperature_layer import Temperature, checked


def head(model: keras.Model) -> keras.layers.Dense:
    """Return a model's last Dense layer; a softmax may be its activation, or follow it.

    Parameters
    ----------
    model : keras.Model
        Sequential or functional, built, with one input and one output.

    Returns
    -------
    keras.layers.Dense
        The layer whose output, without a softmax, is the logits.

    Raises
    ------
    ValueError
        If the model does not end in a Dense layer, or its last activation is neither softmax nor
        linear; the error names the layer.
    """
    inputs, outputs = len(model.inputs), len(model.outputs)
    if (inputs, outputs) != (1, 1):
        raise ValueError(f"the model {model.name!r} has {inputs} inputs and {outputs} outputs: one of each is needed")
    last = _layer_of(model.outputs[0])
    dense = _layer_of(last.input) if is_softmax(last) else last
    if not isinstance(dense, keras.layers.Dense):
        raise ValueError(
            f"the model {model.name!r} must end in a Dense layer, and ends in {dense.name!r} "
            f"({type(dense).__name__}): only there are the logits a product of weights that can be divided by T"
        )
    allowed = ["linear"] if dense is not last else ["softmax", "linear"]
    activation = keras.activations.serialize(dense.activation)
    if activation not in allowed:
        raise ValueError(
            f"the last layer {dense.name!r} has activation {activation!r}: {' or '.join(allowed)} is needed"
        )
    return dense


def is_softmax(layer: keras.layers.Layer) -> bool:
    """Return whether a layer is a softmax and nothing else."""
    return isinstance(layer, keras.layers.Softmax) or (
        isinstance(layer, keras.layers.Activation) and layer.activation is keras.activations.softmax
    )


def ends_in_softmax(model: keras.Model) -> bool:
    """Return whether a model that `head` accepts returns probabilities, not logits."""
    return _layer_of(model.outputs[0]) is not head(model) or head(model).activation is keras.activations.softmax


def scale_last_dense(model: keras.Model, temperature: float) -> keras.Model:
    """Return a copy of a model at another temperature, by scaling the weights of its last Dense layer.

    Parameters
    ----------
    model : keras.Model
        With or without a softmax, as for `head`; it is not changed.
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
    """Return a copy of a model with a `Temperature` layer on its logits, before its softmax if it has one.

    Parameters
    ----------
    model : keras.Model
        As for `head`; it is not changed.
    temperature : float, optional
        Initial T of the layer: finite and above 0.
    trainable : bool, optional
        Whether `fit` changes T. All other weights are frozen either way.

    Returns
    -------
    keras.Model
        Its layer named "temperature" holds T, which can be set at any time without compiling again.

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
    """Return a model's last Dense layer as a small model of its own, with a softmax.

    A method has the same effect on it as on the whole model, at the cost of one product.

    Examples
    --------
    >>> model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4), keras.layers.Dense(3)])
    >>> head_alone(model).input_shape, head_alone(model).layers[-1].activation.__name__
    ((None, 4), 'softmax')
    """
    dense = head(model)
    copy = keras.layers.Dense.from_config(dense.get_config() | {"activation": "softmax"})
    alone = keras.Sequential([keras.Input((dense.kernel.shape[0],)), copy])
    alone.set_weights(dense.get_weights())
    return alone


def _layer_of(tensor: keras.KerasTensor) -> keras.layers.Layer:
    return tensor._keras_history.operation
