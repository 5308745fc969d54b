"""English: the page "Why they part"."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parting:
    """What a visitor reads of the page "Why they part"."""

    # Why they part
    parting_title: str = "Why they part"
    parting_lead: str = (
        "With the same luck at every temperature, texts run along together, then part at one character. Choose any "
        "character and see who was picked there, and why."
    )
    compared: str = "Temperatures to compare"
    compared_help: str = "Two to {most} of them, from 0 to {highest:g}. Choose, or type a number of your own."
    parting_two: str = "Choose at least two temperatures to compare."
    ledger: str = "The ledger"
    ledger_lead: str = (
        "What all texts share is pale; the first character at which they part is framed; where they meet again "
        "afterwards they are underlined. Click a character, or use the arrow keys inside a line."
    )
    first_parting: str = "Here the texts part"
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
        "Straight lines, one a character, over temperature; the highest at each temperature is drawn strongly. "
        "At each compared temperature an upright line says who is picked."
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
    branch_button: str = "Read on from there"
