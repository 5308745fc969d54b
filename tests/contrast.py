"""The contrast of two colours by WCAG 2.2."""

Colour = tuple[float, float, float]  # red, green, blue, each from 0 to 1

LEAST = 4.5  # for text of usual size


def over(upper: Colour, share: float, lower: Colour) -> Colour:
    """Return what is seen where a colour of some opacity lies on another one."""
    red, green, blue = (share * one + (1 - share) * other for one, other in zip(upper, lower, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast, from 1 to 21.

    Examples
    --------
    >>> contrast((0, 0, 0), (1, 1, 1)), contrast((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
    (21.0, 1.0)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
