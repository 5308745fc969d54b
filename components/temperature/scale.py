"""The temperatures that a slider can stand at: written once, for figures, links and texts alike."""

PARAMETER = "T"  # the name it has in figures and links
LOWEST, HIGHEST, STEP = 0.0, 3.0, 0.05
STEPS = round((HIGHEST - LOWEST) / STEP)
TEMPERATURES = tuple(round(LOWEST + STEP * step, 2) for step in range(STEPS + 1))
COARSE = TEMPERATURES[::5]  # for texts that take long to write


def nearest(temperature: float) -> float:
    """Return the temperature of the scale that is nearest to a finite one.

    Examples
    --------
    >>> nearest(0.333), nearest(-1.0), nearest(9.0)
    (0.35, 0.0, 3.0)
    """
    clamped = min(max(temperature, LOWEST), HIGHEST)
    return TEMPERATURES[round((clamped - LOWEST) / STEP)]


def shown(temperature: float) -> float:
    """Return a temperature with no more digits than are shown: one that changes along a text has many.

    Examples
    --------
    >>> shown(0.5), shown(1.434837092731829)
    (0.5, 1.435)
    """
    return float(f"{temperature:.4g}")
