"""What a visitor reads of what every page has: its name, the menus, the link, the network.

A sentence that is the same in every language has it here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FrameWords:
    """What a visitor reads of what every page has."""

    # The page
    title: str
    explore: str
    lead: str  # `network` is one of `readers`, or `other_reader`
    readers: tuple[tuple[str, str], ...]  # by the names of the folders that came with the page
    other_reader: str
    own_reader: str
    menu: str
    what_is_it: str
    close: str
    explanation: str
    formula: str = r"p_i(T) = \frac{e^{\,z_i / T}}{\sum_j e^{\,z_j / T}}"
    consequences: str

    # The menu of models
    model: str
    model_labels: tuple[tuple[str, str], ...]
    own_label: str
    windowed: str
    model_gone: str

    # Long work
    job_queued: str
    job_preparing: str

    # The link
    link_clamped: str
    link_dropped: str
    link_several: str
    wanted_number: str
    wanted_whole_number: str
    wanted_model: str
    wanted_language: str
    link_too_many: str

    # The connection was lost
    coming_back: str
    connection_over: str

    # The model is being loaded
    model_coming: str
    model_coming_behind: str

    # It takes long, and why
    network_slow: str
    slow_memory: str
    slow_busy: str
    slow_working: str

    # It cannot be had; what a library said, and what to do
    network_needed: str
    no_network: str
    no_library: str
    remedy_python: str
    remedy_windows: str
    remedy_install: str

    # What nobody expected
    fault: str
