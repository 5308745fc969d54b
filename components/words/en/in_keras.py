"""English: the page "In Keras"."""

from components.words.in_keras import InKerasWords

IN_KERAS = InKerasWords(
    in_keras="In Keras",
    in_keras_lead=(
        "“How do I change the temperature of my Keras softmax?” Here is every answer that the question on Stack "
        "Overflow got, run on the network of this page, with the code to copy. They are one formula; what differs is "
        "where they take hold, and what breaks them."
    ),
    method="Method",
    wanted_method="one of {methods}",
    method_lead=(
        "Bars: what the method gives at T = {temperature:g}. Marks: the right answer, softmax(z / T) in double "
        "precision. The {most} likeliest characters."
    ),
    method_of="[The question on Stack Overflow]({address}): {answer}",
    scaled_answer="the asker's own idea, with 1/T for T.",
    log_answer="answer 1.",
    power_answer="answer 2.",
    layer_answer="answer 3.",
    mistake_answer="in none of its answers.",
    code="The whole program, to copy",
    method_gives="the method",
    reference="the reference",
    method_description=(
        "Bar chart: the chance that the method “{method}” gives each of the likeliest characters, over the reference."
    ),
    difference="Largest difference to the reference: {error:.1e}.",
    scaled="Scale the last Dense layer",
    scaled_idea=(
        "The logits are W h + b, so dividing them by T is dividing W **and** b by T. Two traps: the factor is 1/T, "
        "not T, and the bias is scaled too. Works whether the softmax stands in the layer, after it, or nowhere. The "
        "network's own predictions have that temperature then, so keep the original and scale a copy."
    ),
    log="Log, divide by T, exp, normalise",
    log_idea=(
        "For when only the softmax is at hand. log p is z up to a constant, and a constant changes nothing: so this is "
        "softmax(z / T) again. Take float64, and the largest logarithm off before exp."
    ),
    power="Raise to the power 1/T, normalise",
    power_idea=(
        "exp(log p / T) is p to the power 1/T: the same thing without the logarithm of zero. Divide by the largest "
        "chance first, and one of them is always left."
    ),
    layer="A Temperature layer",
    layer_idea=(
        "A layer that divides the logits by T, between the last Dense layer and a softmax of its own. T is a weight: "
        "it can be changed while the program runs, without a new compile, it is saved with the model, and it can be "
        "trained."
    ),
    trained="A temperature that is trained",
    trained_idea=(
        "Freeze everything but T and fit it on text that the network has not seen: that finds the temperature that "
        "predicts best (Guo et al. 2017). It is one number, so it cannot overfit, and the order of the characters "
        "stays."
    ),
    fails="Where they fail",
    fails_lead=(
        "Worked out just now for the text above: the largest error of any chance, for each method and temperature. "
        "**NaN**: nothing usable came out. **⚠**: NumPy warned. **✗**: `np.random.multinomial` refuses the result as "
        "it is."
    ),
    fails_method="method",
    fails_thresholds=(
        "Why there: the largest chance here is {most_likely}, the largest logit {logit:.1f}. In float32, "
        "log-divide-exp and power as published have nothing left below T = −ln(p max) / 103.97 = {underflow:.2g} (in "
        "float64 below {underflow_64:.2g}); exp(z / T) without the shift overflows below T = z max / 88.7 = "
        "{overflow:.2g} (in float64 below {overflow_64:.2g})."
    ),
    log_published="log-divide-exp as published, float32",
    power_published="power as published, float32",
    unshifted="exp(z / T) without the shift, float32",
    mistake="exp(p / T): the logarithm forgotten",
    mistake_idea=(
        "Not an answer of the thread but what many programs do: probabilities are divided by T as if they were logits. "
        "They lie between 0 and 1, so the result is nearly flat; at T = 1 it is not even p."
    ),
    which="Which to use when",
    which_lead=(
        "**Have the logits? Use them**: `softmax(z / T)`, or better, draw with Gumbel noise, which needs no division "
        "and takes T = 0 as it comes. **Only have probabilities?** Use log-divide-exp in float64 with the shift; the "
        "power is as good. **Want a model that carries its temperature** (to save, to serve, to train)? Use the "
        "layer. Scale the last layer only when something else must load the file and knows nothing of temperature."
    ),
    logits_or_chances="T on probabilities or on logits?",
    logits_or_chances_lead=(
        "On logits; or on the *logarithm* of probabilities, which is the same, as the two columns show at T = "
        "{temperature:g}. The common mistake divides p itself: **exp(p / T) is wrong**, because p lies between 0 and "
        "1 and so all of the exponents are nearly equal. Choose that method above to see what it does."
    ),
    one_token=(
        "**An API gave you the log-probability of one token?** Dividing that one number by T is not enough. With "
        "logits {logits} and T = {temperature:g}, the first has p₁ = {base} at T = 1; exp(ln p₁ / T) is {divided}, but "
        "its probability is {right}. T changes the share of *every* token, so the sum over all of them has to be taken "
        "anew; a list that is cut off after the first few cannot give it exactly."
    ),
    drawing="Drawing a character",
    drawing_lead=(
        "Is `np.random.multinomial` with an argmax the same as `np.random.choice(n, p=p)`? The same *distribution*: "
        "over {count:,} draws each, every way comes as close to p as chance lets it. Not the same *draws*: one seed "
        "gives each way another text. And not the same *failures*: in float32, multinomial refuses many "
        "predictions, the sharper the more, since the sum of all but the last is above 1 by a rounding; choice "
        "allows for that. Give both float64."
    ),
    drawing_way="way",
    drawing_first="first draws, seed {seed}",
    drawing_off="furthest from p",
    multinomial="np.random.multinomial, argmax",
    gumbel="Gumbel-max: argmax(z + T·g)",
    setup="Was anything wrong with the asker's set-up?",
    setup_lead=(
        "Yes, one thing, and it is not the softmax. The network was trained one character at a time. Its state is "
        "carried along, but no gradient passes through time that way: it learns to use what the state happens to "
        "hold, never what it should have kept. Trained on sequences of {steps} characters, and the weights then "
        "copied into a copy of batch size 1 for writing, the same network predicts better:"
    ),
    setup_network="the same network, trained …",
    setup_steps="characters a gradient passes through",
    setup_streamed="held-out loss, nats per character",
    as_asked="as asked",
    mended="mended",
    setup_more=(
        "A note on fairness: the two runs differ in learning rate and in passes over the text as well; each got what "
        "suits it, see the model card. Choose either in the menu above and read what it writes on the first page."
    ),
    methods_coming="The network is being loaded. What the methods make of it appears here in a few seconds.",
)
