"""What a visitor reads on the page for a network of their own."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """What a visitor reads on the page for a network of their own."""

    own_title: str
    own_lead: str
    wanted: str

    # The text
    text: str
    text_help: str
    text_placeholder: str
    text_file: str
    page_text: str
    page_text_help: str
    found: str
    found_kinds: str
    no_text_yet: str

    # What is asked for
    size: str
    small: str
    medium: str
    size_help: str
    minutes: str
    passes: str
    speed_unknown: str
    start: str
    whose: str

    # While it learns
    waiting: str
    waiting_elsewhere: str
    withdraw: str
    beginning: str
    resuming: str
    running: str
    speed: str
    finishing: str
    stop: str
    stopping: str
    watch: str
    no_text_written: str
    learned: str
    held_out: str
    minutes_axis: str
    loss_axis: str
    curve_alt: str
    losses: str
    kept: str
    best: str
    best_short: str
    best_to_come: str

    # When it is there
    done: str
    keep: str
    keep_link: str
    link_copied: str
    download: str
    download_about: str
    at_length: str
    at_length_lead: str
    another: str
    delete: str
    delete_help: str
    deleted: str
    go_on: str

    # Networks that are brought
    bring: str
    bring_lead: str
    bring_file: str
    bring_characters: str
    bring_characters_help: str
    bring_start: str
    bringing: str
    bring_stop: str

    # What is wrong
    empty: str
    short: str
    long: str
    utf_16: str
    cp1252: str
    gb18030: str
    not_text: str
    nul: str
    one_kind: str
    many_kinds: str
    memory: str
    room: str
    diverged: str
    stopped: str
    killed: str
    two_at_once: str
    full: str
    large_file: str
    no_zip: str
    zip_members: str
    no_file: str
    no_characters: str
    network: str
    network_otherwise: str
