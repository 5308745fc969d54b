"""What a visitor reads of the page "Calibration"; a sentence that is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CalibrationWords:
    """What a visitor reads of the page "Calibration"."""

    calibration_title: str
    calibration_lead: str
    held_out_text: str
    training_text: str
    own_text: str

    # The loss against the temperature
    loss_title: str
    loss_lead: str
    loss_axis: str
    loss_at: str
    loss_lowest: str
    loss_alt: str

    # The reliability diagram
    reliability_title: str
    reliability_lead: str
    reliability_of: str
    given_axis: str
    came_axis: str
    came: str
    predictions: str
    predictions_share: str
    perfect: str
    gap: str
    reliability_readout: str
    overconfident: str
    underconfident: str
    honest: str
    reliability_alt: str

    # What the numbers say
    calibration_found: str
    best_held_out: str
    best_training: str
    best_own: str
    best_value: str = "{temperature} ± {error}"
    best_overconfident: str
    best_underconfident: str
    best_as_trained: str
    best_at_lower_bound: str
    best_at_upper_bound: str
    loss_change: str
    loss_stays: str
    error_falls: str
    error_stays: str
    best_twice: str
    higher_on_held_out: str

    # The lesson
    lesson: str
    lesson_apart: str
    lesson_same: str
    lesson_why: str
    lesson_temperature: str
    lesson_words: str
    lesson_nearest: str
    lesson_real: str

    # All models
    networks: str
    networks_lead: str
    networks_lead_mixed: str
    networks_error_rises: str
    networks_other_weights: str
    networks_text: str
    networks_best: str
    networks_loss: str
    networks_error: str
    from_to: str = "{one} → {best}"

    # A text of one's own
    nothing_measured: str
    own_title: str
    own_lead: str
    own_windowed: str
    own_field: str
    own_measure: str
    own_too_short: str
    own_too_few_known: str
    own_too_long: str
    own_left_out: str
    own_more: str
    own_running: str
    own_searching: str
    own_stop: str
    own_stopped: str
    own_failed: str
    own_done: str
    own_download: str

    # To take away
    calibration_json: str
    calibration_csv: str
