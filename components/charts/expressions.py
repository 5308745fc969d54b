"""Pieces of Vega expressions: what the reader's browser works out."""

from string import Formatter


def quoted(text: str) -> str:
    r"""Return a text as a string of an expression.

    Examples
    --------
    >>> print(quoted("l'entropie"))
    'l\'entropie'
    """
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


def filled(template: str, **values: str) -> str:
    """Return an expression that fills the blanks of a sentence.

    Parameters
    ----------
    template : str
        A sentence with names in braces.
    **values : str
        An expression for each name.

    Examples
    --------
    >>> filled("{count} others", count="65 - drawn")
    "'' + (65 - drawn) + ' others'"
    """
    parts = ["''"]
    for text, name, _, _ in Formatter().parse(template):
        parts += [quoted(text)] if text else []
        parts += [f"({values[name]})"] if name else []
    return " + ".join(parts)


def percent(probability: str) -> str:
    """Return an expression that writes a probability as the page does: see `components.presenting.numbers`."""
    return (
        f"({probability} == 0 ? '0 %' : {probability} < 0.00001 ? '< 0.001 %' : {probability} < 0.001 ? "
        f"format(100 * {probability}, '.3f') + ' %' : format(100 * {probability}, '.1f') + ' %')"
    )


def points(difference: str) -> str:
    """Return an expression that writes a difference of two shares with its sign, in percent.

    Examples
    --------
    >>> points("datum.gap")
    "format(100 * (datum.gap), '+.1f') + ' %'"
    """
    return f"format(100 * ({difference}), '+.1f') + ' %'"
