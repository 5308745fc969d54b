"""English, and the names of all sentences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What a visitor reads; the defaults are English."""

    # The page
    title: str = "Temperature Explorer"
    explore: str = "Explore"
    lead: str = (
        "A small network has read Shakespeare, letter by letter. Drag the temperature and watch its guess of the "
        "next character change shape; below, the same network writes on at several temperatures."
    )
    what_is_it: str = "What is temperature?"
    explanation: str = (
        "After every character the network gives each of its {characters} characters a score $z_i$, called a "
        "**logit**. **Temperature** $T$ turns the scores into chances:"
    )
    formula: str = r"p_i(T) = \frac{e^{\,z_i / T}}{\sum_j e^{\,z_j / T}}"
    consequences: str = (
        "- **T = 1** leaves the chances as the network was trained.\n"
        "- **Below 1** the gaps between the scores grow: the likely becomes likelier, the text safer and sooner "
        "repeating itself. At **T = 0** the most likely character is always taken.\n"
        "- **Above 1** the gaps shrink: the chances level out, the text gets more varied, and more often wrong.\n\n"
        "The order of the characters never changes, only how far apart they stand. **Entropy** measures how open "
        "the choice is, in bits; an entropy of $H$ bits is as open as a choice among $2^H$ equally likely characters."
    )

    # The menu of models
    model: str = "Network"
    model_help: str = (
        "All temperatures come from this one network. What it is and how it was trained stands in the model card."
    )
    model_labels: tuple[tuple[str, str], ...] = (
        ("shakespeare", "Shakespeare: embedding, 2 × LSTM 272"),
        ("asker_bytes/as_asked", "The asker's network, trained as asked: one character at a time"),
        ("asker_bytes/mended", "The asker's network, mended: trained on sequences"),
    )

    # In Keras
    in_keras: str = "In Keras"
    in_keras_lead: str = (
        "“How do I change the temperature of my Keras softmax?” Here is every answer that the question on Stack "
        "Overflow got, run on the network of this page, with the code to copy. They are one formula; what differs is "
        "where they take hold, and what breaks them."
    )
    methods: str = "The methods"
    methods_lead: str = (
        "Each figure shows what the method gives for the text above at the slider's temperature, T = "
        "{temperature:g}; the marks are the reference, softmax(z / T) in double precision. Only the {most} likeliest "
        "characters are drawn."
    )
    code: str = "The whole program, to copy"
    method_gives: str = "the method"
    reference: str = "the reference"
    method_description: str = (
        "Bar chart: the chance that the method “{method}” gives each of the likeliest characters, over the reference."
    )
    difference: str = "Largest difference to the reference: {error:.1e}."
    scaled: str = "Scale the last Dense layer"
    scaled_idea: str = (
        "The logits are W h + b, so dividing them by T is dividing W **and** b by T. Two traps: the factor is 1/T, "
        "not T, and the bias is scaled too. Works whether the softmax stands in the layer, after it, or nowhere. The "
        "network's own predictions have that temperature then, so keep the original and scale a copy."
    )
    log: str = "Log, divide by T, exp, normalise"
    log_idea: str = (
        "For when only the softmax is at hand. log p is z up to a constant, and a constant changes nothing: so this is "
        "softmax(z / T) again. Take float64, and the largest logarithm off before exp."
    )
    power: str = "Raise to the power 1/T, normalise"
    power_idea: str = (
        "exp(log p / T) is p to the power 1/T: the same thing without the logarithm of zero. Divide by the largest "
        "chance first, and one of them is always left."
    )
    layer: str = "A Temperature layer"
    layer_idea: str = (
        "A layer that divides the logits by T, between the last Dense layer and a softmax of its own. T is a weight: "
        "it can be changed while the program runs, without a new compile, it is saved with the model, and it can be "
        "trained."
    )
    trained: str = "A temperature that is trained"
    trained_idea: str = (
        "Freeze everything but T and fit it on text that the network has not seen: that finds the temperature that "
        "predicts best (Guo et al. 2017). It is one number, so it cannot overfit, and the order of the characters "
        "stays."
    )
    fails: str = "Where they fail"
    fails_lead: str = (
        "Worked out just now for the text above: the largest error of any chance, for each method and temperature. "
        "**NaN**: nothing usable came out. **⚠**: NumPy warned. **✗**: `np.random.multinomial` refuses the result as "
        "it is."
    )
    fails_method: str = "method"
    fails_thresholds: str = (
        "Why there: the largest chance here is {most_likely:.1%}, the largest logit {logit:.1f}. In float32, "
        "log-divide-exp and power as published have nothing left below T = −ln(p max) / 103.97 = {underflow:.2g} (in "
        "float64 below {underflow_64:.2g}); exp(z / T) without the shift overflows below T = z max / 88.7 = "
        "{overflow:.2g} (in float64 below {overflow_64:.2g})."
    )
    log_published: str = "log-divide-exp as published, float32"
    power_published: str = "power as published, float32"
    unshifted: str = "exp(z / T) without the shift, float32"
    mistake: str = "exp(p / T): the logarithm forgotten"
    which: str = "Which to use when"
    which_lead: str = (
        "**Have the logits? Use them**: `softmax(z / T)`, or better, draw with Gumbel noise, which needs no division "
        "and takes T = 0 as it comes. **Only have probabilities?** Use log-divide-exp in float64 with the shift; the "
        "power is as good. **Want a model that carries its temperature** (to save, to serve, to train)? Use the "
        "layer. Scale the last layer only when something else must load the file and knows nothing of temperature."
    )
    logits_or_chances: str = "T on probabilities or on logits?"
    logits_or_chances_lead: str = (
        "On logits; or on the *logarithm* of probabilities, which is the same, as the two columns show at T = "
        "{temperature:g}. The common mistake divides p itself: **exp(p / T) is wrong**, because p lies between 0 and "
        "1 and so all of the exponents are nearly equal. The bars show what that does."
    )
    from_logits: str = "softmax(z / T)"
    from_logarithms: str = "softmax(log p / T)"
    from_chances: str = "✗ exp(p / T) ÷ sum"
    logarithm: str = "log p"
    drawing: str = "Drawing a character"
    drawing_lead: str = (
        "Is `np.random.multinomial` with an argmax the same as `np.random.choice(n, p=p)`? The same *distribution*: "
        "over {count:,} draws each, every way comes as close to p as chance lets it. Not the same *draws*: one seed "
        "gives each way another text. And not the same *failures*: in float32, multinomial refuses many "
        "predictions, the sharper the more, since the sum of all but the last is above 1 by a rounding; choice "
        "allows for that. Give both float64."
    )
    drawing_way: str = "way"
    drawing_first: str = "first draws, seed {seed}"
    drawing_off: str = "furthest from p"
    multinomial: str = "np.random.multinomial, argmax"
    choice: str = "Generator.choice"
    categorical: str = "tf.random.categorical"
    gumbel: str = "Gumbel-max: argmax(z + T·g)"
    setup: str = "Was anything wrong with the asker's set-up?"
    setup_lead: str = (
        "Yes, one thing, and it is not the softmax. The network was trained one character at a time. Its state is "
        "carried along, but no gradient passes through time that way: it learns to use what the state happens to "
        "hold, never what it should have kept. Trained on sequences of {steps} characters, and the weights then "
        "copied into a copy of batch size 1 for writing, the same network predicts better:"
    )
    setup_network: str = "the same network, trained …"
    setup_steps: str = "characters a gradient passes through"
    setup_streamed: str = "held-out loss, nats per character"
    as_asked: str = "as asked"
    mended: str = "mended"
    setup_more: str = (
        "A note on fairness: the two runs differ in learning rate and in passes over the text as well; each got what "
        "suits it, see the model card. Choose either in the menu above and read what it writes on the first page."
    )
    methods_coming: str = "The network is being loaded. What the methods make of it appears here in a few seconds."

    # Why they part
    parting_title: str = "Why they part"
    parting_lead: str = (
        "With the same luck at every temperature, texts run along together, then part at one character. Choose any "
        "character and see who was picked there, and why."
    )
    compared: str = "Temperatures to compare"
    compared_help: str = "Two to four of them, from 0 to 3."
    parting_two: str = "Choose at least two temperatures to compare."
    ledger: str = "The ledger"
    ledger_lead: str = (
        "What all texts share is pale; the first character at which they part is framed; where they meet again "
        "afterwards they are underlined. Click a character, or use the arrow keys inside a line."
    )
    position: str = "Position"
    position_before: str = "One character back"
    position_after: str = "One character on"
    row: str = "Seen from the text at"
    pick: str = "At T = {temperature:g} the model picked “{character}” (base chance {chance:.2g} %, rank {rank})."
    pick_overtook: str = (
        "It trailed “{rival}” by {gap:.2f} nats, but its luck was {luck:+.2f} against {rivals_luck:+.2f}, worth "
        "{temperature:g} × {difference:.2f} = {worth:.2f}: enough."
    )
    pick_held: str = (
        "It led “{rival}” by {gap:.2f} nats; the rival's luck was better, {rivals_luck:+.2f} against {luck:+.2f}, "
        "but that was worth only {temperature:g} × {difference:.2f} = {worth:.2f}: not enough to overtake it."
    )
    pick_led_and_lucky: str = (
        "It led “{rival}” by {gap:.2f} nats and had the better luck too, {luck:+.2f} against {rivals_luck:+.2f}."
    )
    pick_tie: str = "It was as likely as “{rival}”; luck decided, {luck:+.2f} against {rivals_luck:+.2f}."
    pick_at_zero: str = "At 0 luck counts for nothing, and it led “{rival}” by {gap:.2f} nats."
    pick_tie_at_zero: str = (
        "At 0 luck counts for nothing; “{rival}” was exactly as likely, and the first of the two is taken."
    )
    parted_before: str = (
        "The texts have parted before, so each reads another text so far. What is shown here is what the text at T = "
        "{temperature:g} had before it."
    )
    noise_lines: str = "Luck against likelihood"
    noise_lines_lead: str = (
        "Every character is a straight line: it starts at its logit and rises with its luck. At each T the highest "
        "line is picked."
    )
    noise_lines_alt: str = (
        "Straight lines, one a character, over temperature; the highest at each temperature is drawn strongly. {said}."
    )
    temperature_axis: str = "temperature T"
    score: str = "logit + T × luck (nats)"
    luck: str = "luck (Gumbel noise)"
    picked_at: str = "T = {temperature:g}: {character}"
    bands: str = "Chance against temperature"
    bands_lead: str = "How the whole is shared out at each T, without any luck; the line above is the entropy."
    bands_alt: str = (
        "Stacked bands: every character's chance over a logarithmic temperature axis, with the entropy as a line "
        "above them."
    )
    entropy_axis: str = "bits"
    others: str = "all others"
    branch: str = "Branch from here"
    branch_lead: str = (
        "What if another character had been picked? Take the text up to the chosen position, add one, and read on "
        "from there on the first page."
    )
    branch_character: str = "The next character"
    branch_button: str = "Put it into the text so far"
    branch_link: str = "Read on, on the first page"

    # The prompt
    prompt: str = "The text so far"
    prompt_help: str = "Type: every character re-draws the bars. ⏎ is a line break; \\n is read as one."
    add_line_break: str = "Add a line break"
    line_break_button: str = "Add ⏎"
    examples: str = "Try one of these"
    example_names: tuple[str, ...] = ("after a q", "mid-word", "after a full stop", "a speech begins")
    example_prompts: tuple[str, ...] = (
        "First Citizen:\nWe are accounted poor citizens, the q",
        "First Citizen:\nBefore we proceed any further, hear me sp",
        "All:\nSpeak, speak.",
        "Speak, speak.\n\n",
    )
    unknown_characters: str = "This model does not know {characters}, so that was left out."
    empty_prompt: str = "The text so far is empty, so the model starts from “{character}”."
    long_prompt: str = "The text so far has {length:,} characters; only the last {limit:,} are read."

    # The live figure
    temperature: str = "Temperature T"
    as_trained: str = "1 = as trained"
    chance: str = "chance of coming next"
    tempered: str = "at temperature T"
    base: str = "at T = 1"
    character: str = "character"
    logit: str = "logit z (nats)"
    rank: str = "rank"
    entropy: str = "Entropy"
    bits: str = "bits"
    as_many_as: str = "as open as"
    choices: str = "equal choices"
    most_likely: str = "Most likely:"
    live_description: str = (
        "Bar chart of the chance of each of the {characters} characters to come next, the most likely first, with a "
        "temperature slider. Bars follow the slider; ticks stay at T = 1. The table below has all the numbers."
    )
    logarithmic: str = "Logarithmic axis"
    logarithmic_help: str = "Shows chances down to one in a million, so that the small ones can be read too."
    as_table: str = "All characters as a table"
    space: str = "space"
    line_break: str = "line break"
    probability_column: str = "chance at T = {temperature:g}"
    base_column: str = "chance at T = 1"

    # Side by side
    side_by_side: str = "Side by side"
    side_by_side_lead: str = (
        "One network, one seed: at every temperature the dice fall the same way, so these texts differ by "
        "temperature and by nothing else. They run along together until a character is picked differently."
    )
    temperatures: str = "Temperatures"
    temperatures_help: str = "From 1 to {most} of them, from 0 to {highest:g}. Choose, or type a number of your own."
    length: str = "Characters to write"
    seed: str = "Seed"
    seed_help: str = "The same seed gives the same text again."
    another_seed: str = "Another seed"
    slider_numbers: str = (
        "Written at this T: {bits:.2f} bits/char mean surprisal · {words} real words · {distinct} distinct 3-word runs"
    )
    column_title: str = "T = {temperature:g}"
    differs_from: str = "differs from T = {temperature:g} from character {position:,} on"
    same_as: str = "the same text as at T = {temperature:g}"
    parting: str = "Here this text parts from the column before it"
    character_hint: str = "{character} · {bits:.1f} bits of surprise at T = 1"
    legend: str = "Tint: how surprising the character was to the network at T = 1, in bits"
    legend_last: str = "{level} or more"
    mean_surprisal: str = "mean surprisal"
    bits_per_character: str = "{value:.2f} bits/char"
    word_share: str = "real words"
    distinct_trigrams: str = "distinct 3-word runs"
    share: str = "{value:.0%}"
    nothing: str = "–"
    measures_help: str = (
        "**Mean surprisal**: how unlikely the network itself, at T = 1, finds what was written. **Real words**: "
        "whole words that stand in the text the network was trained on. **Distinct 3-word runs**: how few of the "
        "three-word sequences repeat."
    )
    measures_title: str = "What do the numbers under the texts say?"
    download_csv: str = "Samples as CSV"
    download_json: str = "Samples as JSON"
    bad_temperature: str = "“{value}” is not a temperature from 0 to {highest:g}, so it was left out."
    no_temperatures: str = "Choose at least one temperature to see what the model writes at it."

    # The link
    link_clamped: str = "The link asked for {name} = {value}; the nearest that works here is {used}."
    link_dropped: str = "The link asked for {name} = “{value}”, which is not {wanted}; it was left out."
    link_several: str = "The link names {name} more than once; the last, “{used}”, is used."
    wanted_number: str = "a number"
    wanted_whole_number: str = "a whole number"
    wanted_model: str = "one of the networks here: {models}"
    wanted_language: str = "one of the languages here: {languages}"
    link_too_many: str = "The link names {count} temperatures; the first {most} are shown."

    # The model
    model_missing: str = "The file {file} of the model “{model}” is missing."
    model_damaged: str = "The file {file} of the model “{model}” is damaged."
    model_unfit: str = "The file {file} of the model “{model}” does not fit what it is used for."
    model_mend: str = "Get it back with one of these commands, the second one into an empty folder:"
    model_coming: str = "The network is being loaded. The figure and the texts appear here in a few seconds."
    model_coming_behind: str = "The network is still being loaded; what you see was made beforehand."


ENGLISH = Words()
