"""What a visitor reads of the page "In Keras"; a sentence that is the same in every language has it here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class InKerasWords:
    """What a visitor reads of the page "In Keras"."""

    # In Keras
    in_keras: str
    in_keras_lead: str
    method: str
    wanted_method: str
    method_lead: str
    titled: str
    method_of: str
    scaled_answer: str
    log_answer: str
    power_answer: str
    layer_answer: str
    code: str
    method_gives: str
    reference: str
    method_description: str
    difference: str
    scaled: str
    scaled_idea: str
    log: str
    log_idea: str
    power: str
    power_idea: str
    layer: str
    layer_idea: str
    cuts: str
    cuts_lead: str
    order_logit: str = "logit z"
    order_chance: str
    order_last: str
    order_first: str
    order_cut: str
    order_why: str
    top_k_idea: str
    top_p_idea: str
    min_p_idea: str
    trained: str
    trained_idea: str
    fails: str
    fails_lead: str
    fails_method: str
    fails_thresholds: str
    log_published: str
    power_published: str
    unshifted: str
    mistake: str
    mistake_idea: str
    which: str
    which_lead: str
    logits_or_chances: str
    logits_or_chances_lead: str
    one_token: str
    own_numbers: str
    from_logits: str = "softmax(z / T)"
    from_logarithms: str = "softmax(log p / T)"
    from_chances: str
    logarithm: str = "log p"
    drawing: str
    drawing_lead: str
    drawing_way: str
    drawing_first: str
    drawing_off: str
    multinomial: str
    choice: str = "Generator.choice"
    categorical: str = "tf.random.categorical"
    gumbel: str
    setup: str
    setup_lead: str
    setup_network: str
    setup_steps: str
    setup_streamed: str
    as_asked: str
    mended: str
    setup_more: str
    methods_coming: str
