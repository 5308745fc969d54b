"""English: the page "In Keras"."""

from components.words.in_keras import InKerasWords

IN_KERAS = InKerasWords(
    in_keras="In Keras",
    in_keras_lead=(
        "The ways to change T that a question on Stack Overflow and its answers propose, each run on this network. "
        "Choose one: it is right where its bars are as high as the diamonds."
    ),
    method="Method",
    wanted_method="one of {methods}",
    method_lead=(
        "Bars: what the method gives at T = {temperature:g}. Diamonds: the right answer, softmax(z / T) in double "
        "precision. The {most} most likely characters."
    ),
    titled="**{title}.** {said}",
    method_of="[From the thread on Stack Overflow]({address}): {answer}",
    scaled_answer="the idea in the question itself, but with 1/T in place of T.",
    log_answer="answer 1.",
    power_answer="answer 2.",
    layer_answer="answer 3.",
    code="The whole program, to copy",
    method_gives="the method",
    reference="the right answer",
    method_description=(
        "Bar chart: the chance that the method “{method}” gives each of the most likely characters, over the right "
        "answer."
    ),
    difference="Largest difference to the right answer: {error}.",
    scaled="Scale the last Dense layer",
    scaled_idea=(
        "The logits are W h + b, so dividing them by T is dividing W **and** b by T. Two traps: the factor is 1/T, "
        "not T, and the bias is scaled too. It works whether the softmax stands in the layer, after it, or "
        "is left out. "
        "Afterwards the network itself predicts at that temperature, so scale a copy."
    ),
    log="Log, divide by T, exp, normalise",
    log_idea=(
        "For when only the softmax output is at hand. log p equals z up to a constant, and a constant changes "
        "nothing, so this is softmax(z / T) again. Compute in float64, and subtract the largest logarithm before exp, "
        "so that at least one value stays above zero."
    ),
    power="Raise to the power 1/T, normalise",
    power_idea=(
        "exp(log p / T) is p to the power 1/T: the same thing without the logarithm of zero. Divide by the largest "
        "chance first, so that at least one value stays above zero."
    ),
    layer="A Temperature layer",
    layer_idea=(
        "A layer that divides the logits by T, between the last Dense layer and a softmax of its own. T is a weight: "
        "it can be changed while the program runs, without compiling again, it is saved with the network, and it can "
        "be trained."
    ),
    cuts="“My temperature does nothing”",
    cuts_lead=(
        "Then unlikely tokens (a large model writes tokens, as this one characters) were probably cut before T was "
        "applied. Unless told otherwise, llama.cpp makes three cuts ([llama.cpp, issue 6676]({address})): it keeps the "
        "40 most likely tokens (top-k 40); of these, from the most likely down, only until their chances add up to 95 %"
        " (top-p 0.95); and of these, only those with at least 5 % of the chance of the most likely (min-p 0.05). It "
        "applies T **last**: where the network is sure, one or two tokens are left by then, and no T brings another "
        "back. Hugging Face transformers and vLLM apply T **first**: there a higher T keeps more.\n\nWhat helps: take "
        "the cuts away (top-k 0, top-p 1, min-p 0), or put T before them. (And with `do_sample=False` the most likely "
        "token is always taken, whatever T is.)"
    ),
    order_chance="p at T = {temperature:g}",
    order_last="T last: cut at T = 1, then T",
    order_first="T first: T, then cut",
    order_cut="× cut",
    order_why=(
        "The same logits, top-p {share:g} and T = {temperature:g}, in both orders. T last: the cut sees the chances at "
        "T = 1, {first} and {second}; together they are {both}, which is {share:g} or more, so two are kept. T first: "
        "it sees {alone}, which is enough alone. Either way the values that are kept are divided by their sum at T = "
        "{temperature:g}."
    ),
    top_k_idea="The k most likely are kept. T does not change which these are, so both orders give the same.",
    top_p_idea=(
        "From the most likely down, characters are kept until their chances add up to P. With T first, a higher T "
        "keeps more."
    ),
    min_p_idea=(
        "Kept is what has at least m times the chance of the most likely. With T first, a higher T keeps more."
    ),
    trained="A temperature that is trained",
    trained_idea=(
        "Freeze everything but T and fit it on text that the network has not seen: that finds the temperature that "
        "predicts best (Guo et al. 2017; see the page “Calibration”). It is one number, so it can hardly overfit, and "
        "the order of the characters stays the same."
    ),
    fails="Where they fail",
    fails_lead=(
        "Computed just now for the text above: the largest error of any chance, for each method and temperature. "
        "**NaN**: nothing usable came out. **⚠**: NumPy warned. **†**: `np.random.multinomial` refuses the result as "
        "it is."
    ),
    fails_method="method",
    fails_thresholds=(
        "Why they fail: the largest chance here is {most_likely}, the largest logit {logit}. As published, "
        "log-divide-exp and power subtract no maximum. In float32 every number under exp(−103.97) becomes 0, and for "
        "T < −ln(p_max) / 103.97 = {underflow} all of theirs do (in float64 for T < {underflow_64}). In float32 no "
        "number is over exp(88.7), so exp(z / T) with no maximum subtracted becomes infinite for T < z_max / 88.7 = "
        "{overflow} (in float64 for T < {overflow_64})."
    ),
    log_published="log-divide-exp as published, float32",
    power_published="power as published, float32",
    unshifted="exp(z / T), no maximum subtracted, float32",
    mistake="exp(p / T): the logarithm forgotten",
    mistake_idea=(
        "Not from the thread, but what many programs do: probabilities are divided by T as if they were logits. They "
        "lie between 0 and 1, so the result is nearly flat; even at T = 1 it is not p."
    ),
    which="Which to use when",
    which_lead=(
        "- **You have the logits**: divide them by T before the softmax, `softmax(z / T)`.\n- **You only have "
        "probabilities**: log, divide by T, exp, normalise, in float64. Raising them to the power 1/T is as good.\n- "
        "**The network should carry its T**, to be saved, served or trained: a Temperature layer.\n- **The file is for "
        "a program that knows no temperature**: scale the last Dense layer."
    ),
    logits_or_chances="T on probabilities or on logits?",
    logits_or_chances_lead=(
        "On logits; or on the *logarithm* of probabilities, which is the same up to rounding, as the two columns show "
        "at T = {temperature:g}. The common mistake divides p itself: **exp(p / T) is wrong**, because p lies between "
        "0 and 1 and so all of the exponents are nearly equal. Choose that method above to see what it does."
    ),
    from_chances="wrong: exp(p / T) / Σ",
    one_token=(
        "**An API gave you the log-probability of one token?** Dividing that one number by T is not enough. With "
        "logits {logits} and T = {temperature:g}, the first has p₁ = {base} at T = 1; exp(ln p₁ / T) is {divided}, but "
        "its probability is {right}. T changes the share of *every* token, so the sum over all of them has to be taken "
        "anew; a list that is cut off after the first few gives only a lowest and a highest value."
    ),
    own_numbers="See it with your own numbers",
    drawing="Drawing a character",
    drawing_lead=(
        "Is `np.random.multinomial` with an argmax the same as `np.random.choice(n, p=p)`? The same *distribution*: "
        "over {count:,} draws each, every way comes as close to p as chance allows. Not the same *draws*: with one "
        "seed, each way draws other characters. And not the same *failures*: in float32, multinomial refuses many "
        "predictions (more of them the more certain they are), since the chances before the last add up to just above "
        "1 by rounding; choice allows for that. Give float64 to both. Gumbel-max draws from the logits without a "
        "division, so it takes T = 0 as well."
    ),
    drawing_way="way",
    drawing_first="first draws, seed {seed}",
    drawing_off="largest difference to p",
    multinomial="np.random.multinomial, argmax",
    gumbel="Gumbel-max: argmax(z + T·g)",
    setup="Was anything wrong with the network in the question?",
    setup_lead=(
        "Yes, one thing, and it is not the softmax. The network was trained one character at a time. What it has read "
        "is kept in its state, but trained like this, the network learns from an error only about the step where it is "
        "made (no gradient passes back through time): it learns to use what the state holds, but not what to keep "
        "there. Trained on sequences of {steps} characters, and the weights then copied into a network of batch size 1 "
        "for writing, the same network predicts better:"
    ),
    setup_network="the same network, trained …",
    setup_steps="characters a gradient passes through",
    setup_streamed="held-out loss (nats per character)",
    as_asked="as posted",
    mended="repaired",
    setup_more=(
        "A note on fairness: the two runs also differ in learning rate and in passes over the text; each got what "
        "suits it, see the model card. Choose either in the menu above and read what it writes on the first page. (A "
        "nat is the unit of the loss: 1 nat = 1.44 bits.)"
    ),
    methods_coming="The network is being loaded. The results of the methods appear here when it is there.",
)
