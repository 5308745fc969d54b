"""English: the page "Why they part"."""

from components.words.parting import PartingWords

PARTING = PartingWords(
    parting_title="Why they part",
    parting_lead=(
        "With the same luck at every temperature, texts run along together, then part at one character. Choose any "
        "character and see who was picked there, and why."
    ),
    compared="Temperatures to compare",
    compared_help="Two to {most} of them, from 0 to {highest:g}. Choose, or type a number of your own.",
    parting_two="Choose at least two temperatures to compare.",
    ledger="The ledger",
    ledger_lead=(
        "What all texts share is pale; the first character at which they part is framed; where they meet again "
        "afterwards they are underlined. Click a character, or use the arrow keys inside a line."
    ),
    first_parting="Here the texts part",
    position="Position",
    position_before="One character back",
    position_after="One character on",
    row="Seen from the text at",
    pick="At T = {temperature:g} the model picked “{character}” (base chance {chance}, rank {rank}).",
    pick_overtook=(
        "It trailed “{rival}” by {gap:.2f} nats, but its luck was {luck} against {rivals_luck}, worth "
        "{temperature:g} × {difference:.2f} = {worth:.2f}: enough."
    ),
    pick_held=(
        "It led “{rival}” by {gap:.2f} nats; the rival's luck was better, {rivals_luck} against {luck}, "
        "but that was worth only {temperature:g} × {difference:.2f} = {worth:.2f}: not enough to overtake it."
    ),
    pick_led_and_lucky=(
        "It led “{rival}” by {gap:.2f} nats and had the better luck too, {luck} against {rivals_luck}."
    ),
    pick_tie="It was as likely as “{rival}”; luck decided, {luck} against {rivals_luck}.",
    pick_at_zero="At 0 luck counts for nothing, and it led “{rival}” by {gap:.2f} nats.",
    pick_tie_at_zero=(
        "At 0 luck counts for nothing; “{rival}” was exactly as likely, and the first of the two is taken."
    ),
    parted_before=(
        "The texts have parted before, so each reads another text so far. What is shown here is what the text at T = "
        "{temperature:g} had before it."
    ),
    noise_lines="Luck against likelihood",
    noise_lines_lead=(
        "Every character is a straight line: it starts at its logit and rises with its luck. At each T the highest "
        "line is picked."
    ),
    noise_lines_alt=(
        "Straight lines, one a character, over temperature; the highest at each temperature is drawn strongly. "
        "At each compared temperature an upright line says who is picked."
    ),
    temperature_axis="temperature T",
    score="logit + T × luck (nats)",
    luck="luck (Gumbel noise)",
    picked_at="T = {temperature:g}: {character}",
    bands="Chance against temperature",
    bands_lead="How the whole is shared out at each T, without any luck; the line above is the entropy.",
    bands_alt=(
        "Stacked bands: every character's chance over a logarithmic temperature axis, with the entropy as a line "
        "above them."
    ),
    entropy_axis="bits",
    others="all others",
    branch="Branch from here",
    branch_lead=(
        "What if another character had been picked? Take the text up to the chosen position, add one, and read on "
        "from there on the first page."
    ),
    branch_character="The next character",
    branch_button="Read on from there",
)
