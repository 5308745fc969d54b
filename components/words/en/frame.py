"""English: what every page has: its name, the menus, the link, the model."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """What a visitor reads of what every page has."""

    # The page
    title: str = "Temperature Explorer"
    explore: str = "Explore"
    lead: str = (
        "A network that has read Shakespeare, letter by letter, guesses the next character. T decides how it chooses."
    )
    menu: str = "Menu"
    what_is_it: str = "What is temperature?"
    close: str = "Close"
    explanation: str = (
        "After every character the network gives each of its {characters} characters a score $z_i$, called a "
        "**logit**. **Temperature** $T$ turns the scores into chances:"
    )
    formula: str = r"p_i(T) = \frac{e^{\,z_i / T}}{\sum_j e^{\,z_j / T}}"
    consequences: str = (
        "- **At T = 1** the chances are exactly what the network learned.\n"
        "- **Below 1** the gaps between the scores count for more: the most likely character gains, the others lose. "
        "The text gets safer and soon repeats itself. **T = 0** always takes the most likely character (the limit: the "
        "formula itself cannot be used at 0).\n"
        "- **Above 1** the gaps count for less: the chances level out, the text gets more varied and more often wrong. "
        "At very high T every character is equally likely.\n\n"
        "The order of the characters never changes, only how far apart their chances are. **Entropy** says in bits how "
        "uncertain the next character is: $H$ bits is like choosing among $2^H$ equally likely characters."
    )

    # The menu of models
    model: str = "Network"
    model_labels: tuple[tuple[str, str], ...] = (
        ("shakespeare", "Shakespeare, 2 × LSTM 272"),
        ("asker_bytes/as_asked", "The Stack Overflow question's network, as posted"),
        ("asker_bytes/mended", "The Stack Overflow question's network, repaired"),
    )

    # Stored results
    stored_missing: str = "The file {file} of the network “{model}” is missing. This command makes it:"
    stored_damaged: str = "The file {file} of the network “{model}” is damaged. This command makes it again:"
    stored_other_weights: str = (
        "The file {file} was made with other weights than those of the network “{model}”. This command makes it again:"
    )

    # Long work
    job_queued: str = "Waiting for a turn; before this one: {before}."
    job_preparing: str = "The network is getting ready …"

    # The cursor over all figures of a page
    written_at: str = "Written at T = {temperature:g}:"

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
    model_missing: str = "The file {file} of the network “{model}” is missing."
    model_damaged: str = "The file {file} of the network “{model}” is damaged."
    model_unfit: str = "The file {file} of the network “{model}” does not fit what it is used for."
    model_mend: str = "Get it back with one of these commands, the second one into an empty folder:"
    model_coming: str = "The network is being loaded. The figure and the texts appear here in a few seconds."
    model_coming_behind: str = "The network is still being loaded; what you see was made beforehand."
