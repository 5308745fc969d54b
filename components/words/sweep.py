"""What a visitor reads of the page "Sweep"; a sentence that is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class SweepWords:
    """What a visitor reads of the page "Sweep"."""

    sweep_title: str
    sweep_lead: str
    written_at: str
    written_at_zero: str
    measures: str
    sweep_how: str
    sweep_how_at_zero: str
    sweep_how_real: str
    real_text: str
    measure_names: tuple[str, ...]  # in the order of `components.presenting.sweep.MEASURES`
    sweep_word_share: str
    sweep_distinct_trigrams: str
    sweep_compressed_share: str
    sweep_loops: str
    sweep_base_bits: str
    sweep_top_probability: str
    sweep_entropy: str
    in_real: str
    on_real: str
    sweep_alt: str
    trade_off: str
    trade_off_lead: str
    trade_off_diamond: str
    trade_off_reached: str
    trade_off_missed: str
    trade_off_alt: str
    at_point: str  # in two lines, which fit beside the axis on a phone
    diversity: str
    quality: str
    along: str
    along_lead: str
    along_real: str
    along_alt: str
    tenth_axis: str
    rises: str
    falls: str
    unchanged: str
    unclear: str
    in_points: str
    in_bits: str
    between: str
    several: str  # between temperatures in a row
    joint: str  # between two sentences

    # The article's sentences
    claims: str
    claim_holds: str
    claim_fails: str
    claim_open: str
    claim_confident: str
    claim_confident_found: str
    claim_confident_but: str
    claim_diverse: str
    claim_diverse_found: str
    claim_diverse_but: str
    claim_mistakes: str
    claim_mistakes_found: str
    claim_mistakes_but: str
    claim_loops: str
    claim_loops_found: str
    claim_loops_zero: str
    claim_loops_none: str
    claim_loops_but: str

    # Does a cut help?
    comparison: str
    comparison_missing: str
    comparison_lead: str
    families: tuple[str, ...]  # in the order of `components.analysis.comparison_setting.Family`
    candidate: str
    candidate_constant: str = "T = {temperature}"
    candidate_in_words: str
    candidate_at_point: str
    comparison_alt: str
    comparison_how: str
    kept_lead: str
    kept_axis: str
    kept_at_point: str
    kept_alt: str
    best: str
    none_reaches: str
    place_beats: str
    place_open: str
    place_loses: str
    place_none: str
    learnt: str
    learnt_unknown: str
    disputed: str
    gain_of: str
    several_gains: str
    column_candidate: str
    column_words: str
    column_size: str
    column_gain: str
    column_kept: str
    column_copied: str
    interval: str = "{mean} ({low}–{high})"
    gain_interval: str
    table_lead: str
    comparison_csv: str
    comparison_json: str

    # A sweep of one's own
    sweep_run: str
    sweep_run_lead: str
    sweep_run_windowed: str
    sweep_prompt: str
    sweep_samples: str
    sweep_length: str
    sweep_start: str
    sweep_stop: str
    sweep_running: str
    sweep_stopped: str
    sweep_stopped_early: str
    sweep_done: str
    sweep_failed: str
    sweep_back: str
    sweep_yours: str
    sweep_csv: str
    sweep_json: str
