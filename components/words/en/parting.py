"""English: the page on which texts part."""

from components.words.parting import PartingWords

PARTING = PartingWords(
    parting_title="Same luck, different text",
    parting_lead=(
        "One network continues the same text with the same luck; only T differs. The texts are equal at first, then "
        "they part."
    ),
    parting_settings="Temperatures, seed",
    compared="Temperatures to compare",
    compared_help="Two to {most} of them, from 0 to {highest:g}. Choose, or type a number of your own.",
    parting_two="Choose at least two temperatures to compare.",
    schedule_lead=(
        "T may change while a text is written. One more text is written so, below the others, and its rule stands at "
        "the T of the chosen character."
    ),
    ledger_lead=(
        "Grey: the same in all. Framed: they part. Underlined: the same at this place. Choose one to see why it was "
        "picked."
    ),
    first_parting="Here the texts part",
    position="Position",
    position_before="One character back",
    position_after="One character on",
    row="Explain the text at",
    seen_same=(
        "The texts are still the same here: with the same scores and the same luck, every T compared picks "
        "“{character}”."
    ),
    seen_parting=(
        "Here the texts part: {picks}. Every character has the same score and luck in all texts here. Luck is "
        "multiplied by T, and only T differs."
    ),
    seen_cut="What is cut depends on T too.",
    pick_at="“{character}” is picked at T = {temperatures}",
    pick_join=", ",
    parted_before=(
        "The texts have parted before this position, so the network has read different texts and gives different "
        "scores. Shown here: the text “{text}”."
    ),
    pick="T = {temperature:g}: “{character}” is picked. Its chance at this T is {chance} (rank {rank} of {count}).",
    pick_kept=(
        "T = {temperature:g}: “{character}” is picked. Its chance at this T, among the {kept} of {count} characters "
        "that the cut keeps, is {chance} (rank {rank})."
    ),
    pick_tie="The highest sums are equal; of equal ones the first is taken.",
    pick_enters="“{character}” would have won by {lead}, but with {cut} it counts only from T = {enters} on.",
    pick_never="“{character}” would have won by {lead}, but with {cut} it counts at no T.",
    pick_never_before="“{character}” would have won by {lead}, but with {cut} before T it counts at no T.",
    picked="picked",
    second="second",
    picked_elsewhere="picked at T = {temperatures}",
    most_likely="most likely",
    cut_here="cut here",
    role_cut="{role}; cut here",
    score="score (logit)",
    worth="luck × T",
    total="sum",
    units=(
        "All in nats. At T = 1, a character whose score is 1 nat higher than another's has 2.7 times its chance; 1 nat "
        "= 1.44 bits. Luck is a random number for each character, the same at every T (in the literature: Gumbel "
        "noise)."
    ),
    noise_lines_lead=(
        "Each line is a character: at T = 0 it starts at its score (logit), and its slope is its luck. A line that "
        "falls has negative luck. At each T the highest line is picked."
    ),
    rays_lead=(
        "Where a line is dashed, its character is cut and does not count; the short upright mark is where it begins to "
        "count. If it is the highest there, the pick jumps up to it. A cross: the highest line, but cut."
    ),
    noise_lines_alt=(
        "Straight lines, one for each character, over temperature; the highest at each temperature is drawn strongly. "
        "At each compared temperature an upright line says who is picked, a ring who comes second."
    ),
    rays_alt=(
        "Lines are dashed where their character is cut; where one begins to count above all others, the pick jumps up "
        "to it. A cross says who would be picked without the cut."
    ),
    temperature_axis="temperature T",
    score_axis="sum: score + luck × T (nats)",
    luck="luck",
    picked_at="T = {temperature:g}: {character}",
    second_at="second: {character}",
    cut_at="cut: {character}",
    lower="{count} of {all} too low to show",
    bands="Each character's chance at every T",
    bands_lead=(
        "At each T, the height of a band is the chance of its character. The line above is the entropy, which says how "
        "hard the next character is to guess: 1 bit is like 2 equally likely characters, 2 bits like 4, 3 bits like 8. "
        "T goes from 0 to {last:g}, as above."
    ),
    bands_cut="What is cut at a T has no chance there; what is kept shares all of it.",
    bands_alt=("Stacked bands: every character's chance over temperature, with the entropy as a line above them."),
    entropy_axis="bits",
    others="all others",
    branch="What if another character had been picked?",
    branch_lead=(
        "Take the text up to the chosen position, add a character of your choice, and let the page “Explore” "
        "continue it."
    ),
    branch_character="The next character (chance at T = 1)",
    branch_button="Continue from there",
)
