"""How a character is picked: the temperature, and what is cut before or after it."""

from dataclasses import dataclass, replace

from components.temperature.schedule import Schedule, Temperature, finite_temperature, whole_number


@dataclass(frozen=True)
class Decoding:
    """A temperature with what is cut beside it.

    Attributes
    ----------
    temperature : float, Ramp or WordPlace
        Finite, 0 or more, or a schedule of such.
    top_k : int, optional
        The k most likely are kept, with all that tie with the k-th; 1 or more. None cuts nothing, nor does a k of
        the number of characters or more.
    top_p : float, optional
        The smallest set of the most likely is kept whose probabilities sum to P or more, with all that tie with its
        last; from 0 to 1. None and 1 cut nothing.
    min_p : float, optional
        Those with at least m times the probability of the most likely are kept; from 0 to 1. None and 0 cut nothing.
    top_nsigma : float, optional
        Those are kept whose logit is within n standard deviations of the largest; finite, above 0. None cuts nothing.
    cut_first : bool, optional
        Whether the cut is made before the temperature, that is with the probabilities of T = 1, as llama.cpp makes
        it. Otherwise it is made after it, with those of T, as Hugging Face transformers and vLLM make it.

    Raises
    ------
    ValueError
        If a value is out of its range or NaN.

    Notes
    -----
    Several cuts are made in the order in which they stand here, top-k, top-p and min-p each on what the one before
    left, renormalised; top-nσ has the standard deviation of all logits. Top-k and top-nσ do not depend on the
    temperature: the order matters for top-p and min-p.

    References
    ----------
    Top-k: Fan, Lewis, Dauphin, "Hierarchical Neural Story Generation", 2018, https://arxiv.org/abs/1805.04833.
    Top-p: Holtzman et al., "The Curious Case of Neural Text Degeneration", 2019, https://arxiv.org/abs/1904.09751.
    Min-p: Nguyen et al., "Turning Up the Heat", 2024, https://arxiv.org/abs/2407.01082.
    Top-nσ: Tang et al., "Top-nσ: Not All Logits Are You Need", 2024, https://arxiv.org/abs/2411.07641.

    Examples
    --------
    >>> Decoding(0.5, top_p=0.8).has_cut, Decoding(0.5, top_p=1.0, min_p=0.0).has_cut
    (True, False)
    >>> Decoding(1.0, top_k=0)
    Traceback (most recent call last):
    ValueError: top_k must be a whole number of 1 or more, got 0: 1 keeps the most likely alone, None cuts nothing
    """

    temperature: Temperature = 1.0
    top_k: int | None = None
    top_p: float | None = None
    min_p: float | None = None
    top_nsigma: float | None = None
    cut_first: bool = False

    def __post_init__(self) -> None:
        values: dict[str, object] = {"cut_first": bool(self.cut_first)}
        if not isinstance(self.temperature, Schedule):
            values["temperature"] = finite_temperature(self.temperature)
        if self.top_k is not None:
            values["top_k"] = whole_number("top_k", self.top_k, "1 keeps the most likely alone, None cuts nothing")
        if self.top_p is not None:
            values["top_p"] = _share("top_p", self.top_p, "0 keeps the most likely alone, 1 cuts nothing")
        if self.min_p is not None:
            values["min_p"] = _share("min_p", self.min_p, "0 cuts nothing, 1 keeps the most likely alone")
        if self.top_nsigma is not None:
            values["top_nsigma"] = _width(self.top_nsigma)
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @classmethod
    def of(cls, decoding: "Decoding | Temperature") -> "Decoding":
        """Return a decoding that may be given by its temperature alone.

        Examples
        --------
        >>> Decoding.of(0.5) == Decoding(0.5) == Decoding.of(Decoding(0.5))
        True
        """
        return decoding if isinstance(decoding, Decoding) else cls(decoding)

    @property
    def has_cut(self) -> bool:
        """Whether there is a cut, up to a top-k that is larger than the vocabulary."""
        return self._has_share or self.top_k is not None or self.top_nsigma is not None

    @property
    def follows_temperature(self) -> bool:
        """Whether the cut keeps more at a higher temperature: top-p and min-p do, unless they are made before it."""
        return self._has_share and not self.cut_first

    @property
    def _has_share(self) -> bool:
        return bool(self.min_p) or (self.top_p is not None and self.top_p < 1)

    @property
    def fixed_temperature(self) -> float:
        """The temperature of every step; a ValueError where there is a schedule in its place."""
        if isinstance(self.temperature, Schedule):
            raise ValueError(
                f"one temperature of all steps is needed, got {self.temperature}: temperature_at has that of a step"
            )
        return self.temperature

    @property
    def highest_temperature(self) -> float:
        """The temperature, or the highest of its schedule."""
        return self.temperature.highest if isinstance(self.temperature, Schedule) else self.temperature

    def canonical(self, characters: int) -> "Decoding":
        """Return the decoding of the same texts without what has no effect.

        Parameters
        ----------
        characters : int
            The size of the vocabulary.

        Returns
        -------
        Decoding
            Neutral values are None; a schedule that does not change is its temperature; the cut goes first only where
            the order matters. Two that are equal pick the same characters.

        Examples
        --------
        >>> Decoding(1.0, top_k=65, top_p=1.0, cut_first=True).canonical(65) == Decoding(1.0)
        True
        """
        steady = self.temperature.constant if isinstance(self.temperature, Schedule) else None
        top_p = self.top_p if self.top_p is not None and self.top_p < 1 else None
        min_p = self.min_p or None
        return replace(
            self,
            temperature=self.temperature if steady is None else steady,
            top_k=self.top_k if self.top_k is not None and self.top_k < characters else None,
            top_p=top_p,
            min_p=min_p,
            cut_first=self.cut_first and (top_p is not None or min_p is not None),
        )


NO_CUT = Decoding()  # at T = 1


def _share(name: str, value: float, remedy: str) -> float:
    if not 0 <= value <= 1:  # NaN is neither
        raise ValueError(f"{name} must be from 0 to 1, got {value}: {remedy}")
    return float(value) + 0.0  # minus zero is zero


def _width(value: float) -> float:
    if not 0 < value < float("inf"):
        raise ValueError(
            f"top_nsigma must be finite and above 0, got {value}: "
            "it is a number of standard deviations below the largest logit, None cuts nothing"
        )
    return float(value)
