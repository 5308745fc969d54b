"""A model's file that cannot be used, in words: what is wrong with it, why, and what mends it."""

from components.language_model.folder import SCENE, WORDS, ModelError, name_of
from components.language_model.origin import Mending
from components.language_model.reasons import Reason
from components.words import Words


def sentences(error: ModelError, words: Words) -> str:
    """Return what is wrong with a file, why, and what to do about it; the command itself stands below.

    Examples
    --------
    >>> from components.language_model.folder import DEFAULT_MODEL, SCENE
    >>> from components.words.en import ENGLISH
    >>> sentences(ModelError(DEFAULT_MODEL, SCENE, "missing"), ENGLISH).split(". ")[1]
    'It came with the page, and this command restores it:'
    """
    form = {"missing": words.files.missing, "damaged": words.files.damaged, "unfit": words.files.unfit}[error.kind]
    wrong = form.format(file=error.file, model=name_of(error.folder))
    if error.reason is not None:
        wrong = words.files.because.format(wrong=wrong, why=why(error.reason, words))
    return words.sweep.joint.join([wrong, remedy(error.mending, words)])


def not_made(error: ModelError, words: Words) -> str:
    """Return that a result was never stored for a network, and what stores it; the command itself stands below."""
    missing = words.files.not_made.format(file=error.file, model=name_of(error.folder))
    return words.sweep.joint.join([missing, remedy(error.mending, words)])


def left_out(file: str, words: Words) -> str:
    """Return what a page leaves out without a file that a folder may lack."""
    return {SCENE: words.files.without_scene, WORDS: words.files.without_words}[file]


def why(reason: Reason, words: Words) -> str:
    """Return a reason as a sentence."""
    form = {
        "checksum": words.files.checksum,
        "no_list": words.files.no_list,
        "no_file": words.files.no_file,
        "no_json": words.files.no_json,
        "place": words.files.place,
        "unfit_parts": words.files.unfit_parts,
        "of_others": words.files.of_others,
        "no_character": words.files.no_character,
        "twice": words.files.twice,
        "no_characters": words.files.no_characters,
        "sizes": words.files.sizes,
        "not_finite": words.files.not_finite,
        "otherwise": words.files.otherwise,
        "damaged": words.files.damaged_network,
        "too_much": words.files.too_much,
        "weights_alone": words.files.weights_alone,
        "never_built": words.files.never_built,
        "layer": words.files.layer,
        "setting": words.files.setting,
        "no_chain": words.files.no_chain,
        "arrays": words.files.arrays,
        "no_numbers": words.files.no_numbers,
        "window": words.files.window,
    }[reason.name]
    return form.format(**reason.values)


def remedy(mending: Mending, words: Words) -> str:
    """Return what to do about a file."""
    form = {
        "shipped": words.files.mend_shipped,
        "trained": words.files.mend_trained,
        "brought": words.files.mend_brought,
        "unknown": words.files.mend_unknown,
        "made": words.files.mend_made,
    }[mending.origin]
    return form.format(source=mending.source)
