"""Pieces of Vega expressions: what the reader's browser works out."""


def quoted(text: str) -> str:
    r"""Return a text as a string of an expression.

    Examples
    --------
    >>> print(quoted("l'entropie"))
    'l\'entropie'
    """
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def percent(share: str, form: str) -> str:
    """Return an expression that writes a share, itself an expression, as a percentage in a d3 format.

    Examples
    --------
    >>> percent("datum.share", ".1f")
    "format(100 * (datum.share), '.1f') + ' %'"
    """
    return f"format(100 * ({share}), '{form}') + ' %'"
