"""English: what every page has: its name, the menus, the link, the model."""

from components.words.frame import FrameWords

FRAME = FrameWords(
    title="Temperature Explorer",
    explore="Explore",
    lead="{network} guesses the next character. T decides how it chooses.",
    readers=(
        ("shakespeare", "A network that has read Shakespeare, letter by letter,"),
        ("asker_bytes/as_asked", "A network that has read Shakespeare, byte by byte,"),
        ("asker_bytes/mended", "A network that has read Shakespeare, byte by byte,"),
        ("names", "A network that has read first names, letter by letter,"),
        ("tang", "A network that has read Tang poems, character by character,"),
    ),
    other_reader="The network “{model}”",
    own_reader="A network of your own",
    menu="Menu",
    what_is_it="What is temperature?",
    close="Close",
    explanation=(
        "After every character the network gives each of its {characters} characters a score $z_i$, called a "
        "**logit**. **Temperature** $T$ turns the scores into chances:"
    ),
    consequences=(
        "- **At T = 1** the chances are exactly what the network learned.\n"
        "- **Below 1** the gaps between the scores count for more: the most likely character gains, the others lose. "
        "The text gets safer and soon repeats itself. **T = 0** always takes the most likely character (the limit: the "
        "formula itself cannot be used at 0).\n"
        "- **Above 1** the gaps count for less: the chances level out, the text gets more varied and more often wrong. "
        "At very high T every character is equally likely.\n\n"
        "The order of the characters never changes, only how far apart their chances are. **Entropy** says in bits how "
        "uncertain the next character is: $H$ bits is like choosing among $2^H$ equally likely characters."
    ),
    model="Network",
    model_labels=(
        ("shakespeare", "Shakespeare, 2 × LSTM 272"),
        ("asker_bytes/as_asked", "The network in the Stack Overflow question, as posted"),
        ("asker_bytes/mended", "The network in the Stack Overflow question, repaired"),
        ("names", "First names, 2 × LSTM 128"),
        ("tang", "Tang poems, 2 × LSTM 256"),
    ),
    own_label="Your own network ({beginning})",
    windowed="{model}, windows of {window}",
    model_gone="The network “{model}” is not there any more; this is the first of the menu.",
    job_queued="Waiting for a turn; before this one: {before}.",
    job_preparing="The network is getting ready …",
    link_clamped="The link asked for {name} = {value}; the nearest that works here is {used}.",
    link_dropped="The link asked for {name} = “{value}”, which is not {wanted}; it was left out.",
    link_several="The link names {name} more than once; the last, “{used}”, is used.",
    wanted_number="a number",
    wanted_whole_number="a whole number",
    wanted_model=(
        "one of the networks here ({models}) or one of your own that is on this server (it is kept for {hours} hours "
        "after somebody last looked at it, and may be on another server)"
    ),
    wanted_language="one of the languages here: {languages}",
    link_too_many="The link names {count} temperatures; the first {most} are shown.",
    coming_back="The connection was lost: the page is coming back by itself.",
    connection_over="The connection has ended. Reload the page: its address brings back what you see.",
    model_coming="The network is being loaded. The figure and the texts appear here when it is there.",
    model_coming_behind="The network is still being loaded; what you see was made beforehand.",
    network_slow=(
        "The network has been loading for more than a minute; usually it takes about ten seconds. {why} It appears by "
        "itself."
    ),
    slow_memory=(
        "The computer that runs the page has only {free} of memory left, and loading takes about {needed}: end other "
        "programs there, or run the page where there is more memory."
    ),
    slow_busy=(
        "The computer that runs the page is busy, and loading gets {share} of one processor core: wait, or end other "
        "programs there."
    ),
    slow_working="Nothing holds it up: the processor is slow, or the network is large.",
    network_needed="This needs the network, and the network cannot be loaded.",
    no_network=(
        "The network could not be loaded; what was made beforehand is still shown. The details are in the server's "
        "log under the mark {mark}."
    ),
    no_library=(
        "TensorFlow, which runs the network, does not start on this computer ({said}). {remedy} Until then the page "
        "shows what was made beforehand."
    ),
    remedy_python="It needs Python {oldest} to {newest}, and this is {version}: make the environment anew with one.",
    remedy_windows="Install the Microsoft Visual C++ Redistributable (x64) and start the page again.",
    remedy_install="Install the packages again in a new environment, with the first command of the README.",
    fault=(
        "This part of the page failed in a way that nobody foresaw. Load the page again; if it fails again, the "
        "details are in the server's log under the mark {mark}."
    ),
)
