"""Tables as comma-separated values (CSV), as every file to take away has them."""

import csv
import io
from collections.abc import Iterable, Sequence


def comma_separated(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""Return a table as text, with a line of names; None is blank.

    Parameters
    ----------
    names : sequence of str
        Of the columns.
    rows : iterable of sequence
        A value for each column.

    References
    ----------
    Shafranovich, "Common Format and MIME Type for Comma-Separated Values (CSV) Files", RFC 4180 (2005),
    https://doi.org/10.17487/RFC4180: lines end with both signs, so a text may hold either.

    Examples
    --------
    >>> comma_separated(["T", "text"], [(0.5, "To be, or"), (1.0, None)])
    'T,text\r\n0.5,"To be, or"\r\n1.0,\r\n'
    """
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(names)
    writer.writerows(rows)
    return table.getvalue()
