"""English: the page for a network of one's own."""

from components.words.own import OwnWords

OWN = OwnWords(
    own_title="Your own",
    own_lead="Paste a text, watch a network learn it, and see what it writes at four temperatures.",
    wanted=(
        "one of your own that is on this server (a text and its network are kept for {hours} hours after somebody last "
        "looked at them, and may be on another server)"
    ),
    text="Your text",
    text_help=(
        "From {least} to {most} characters, in any language. Spaces and line breaks count: the network learns them too."
    ),
    text_placeholder="Poems, a chat, source code, a list of names: {least} characters or more …",
    text_file="or a text file (UTF-8)",
    page_text="Take this page's own sentences",
    page_text_help="No text at hand? Here is one: all that these pages say.",
    found=(
        "**{characters} characters of {kinds} kinds.** The network learns from the first nine tenths; the last tenth "
        "it never reads: it is kept to test what the network predicts of text that is new to it."
    ),
    found_kinds="The most frequent: {kinds}",
    no_text_yet=(
        "1. Give a text.\n2. Choose how long a network may learn it.\n3. Watch what it writes at T = 0.2, 0.5, 1 and "
        "1.2, and look at it on every page."
    ),
    size="Size of the network",
    small="small",
    medium="medium",
    size_help=(
        "The small one reads about three times as much in the same time; the medium one learns more of a long text."
    ),
    minutes="Minutes",
    passes="In that time it reads your text about {passes} times, at {speed} characters a second.",
    speed_unknown="How fast it reads is measured as soon as it begins.",
    start="Start learning",
    whose=(
        "Your text and its network are kept on the computer that serves this page until you delete them, or until "
        "nobody has looked at them for {hours} hours. Only people who have the link can see them; if you project this "
        "page, everybody can read its address."
    ),
    waiting="Waiting for a turn; before this one: {before}, which take about {minutes} min.",
    waiting_elsewhere="Waiting: another network is learning on this computer.",
    withdraw="Do not wait, and delete the text",
    beginning="The network is getting ready …",
    resuming="Learning was interrupted after {done} min; nothing shown here is lost, and it goes on from there …",
    running="{done} of {of} min · read {passes} times",
    speed="{running} · {speed} characters a second",
    finishing="It has learned; now it is made ready for all pages …",
    stop="Stop, and keep the network",
    stopping="It stops, and the network is made ready …",
    watch="What it writes now (from the words in bold on), always with the same luck, the random numbers",
    no_text_written="The first texts come in a few seconds.",
    learned="text that it learns",
    held_out="text that it never reads",
    minutes_axis="minutes of learning",
    loss_axis="loss (nats per character)",
    curve_alt="Two curves over the time of learning: the loss on the text that is learned, and on the held-out text.",
    losses=(
        "How badly it predicts the next character (the loss: lower is better): {learned} on text that it learns, with "
        "parts of the network switched off as in all learning here, and {held_out} on text that it never reads."
    ),
    kept=(
        "The ring: after {time} min it predicted text that it never reads best (loss {loss}). What it learns beyond "
        "that it learns by heart, so the network of that moment is the one that stays."
    ),
    best=(
        "T* = {temperature} ± {error}: at this temperature it predicts the text that it never reads best. ± is the "
        "standard error: about so much T* would differ on another text of this kind."
    ),
    best_short=(
        "T*, the temperature that predicts best, is not shown: fewer than {least} characters that the network never "
        "reads are measured (in a short text, or in one of very many kinds), and from so few it would be chance."
    ),
    best_to_come="T*, the temperature that predicts best, is measured with the next texts.",
    done="**Your network is ready.** Look at it:",
    keep="The link is the only key to it: keep it before you leave.",
    keep_link="Copy its link",
    link_copied="Copied",
    download="Download it (zip)",
    download_about=(
        "A network of the Temperature Explorer. In the project's folder this command brings it in:\n\n    python -m "
        "components.language_model.adopt {file} --name mine\n"
    ),
    at_length="Train it at length on your own machine",
    at_length_lead="In this project's folder, with your text saved there as my.txt:",
    another="Another text",
    delete="Delete now",
    delete_help="Removes the text and the network from the computer that runs this page, at once and for good.",
    deleted="The text and its network are not there any more.",
    go_on="Go on from where it was",
    bring="Bring a network that you have",
    bring_lead=(
        "The zip that this page gave you, or a network saved by Keras and its characters. It is read as data; no code "
        "in it is run."
    ),
    bring_file="A zip of this page, or a .keras file; at most {most}",
    bring_characters="For a .keras file: its characters, in the order of its outputs",
    bring_characters_help=(
        'All in a row, or as a JSON list such as `["\\n", " ", "a"]`, which can also say a line break.'
    ),
    bring_start="Bring it in",
    bringing="It is being read, and compared with Keras's own call …",
    bring_stop="Stop",
    empty="The text is empty: paste or upload one.",
    short="The text has {characters} characters, too few to learn from: give at least {least}.",
    long="The text has {characters} characters: give at most {most}, such as a part of it.",
    utf_16="The file seems to be in UTF-16: save it as UTF-8 and upload it again.",
    cp1252=(
        "The file is not in UTF-8 (byte {byte}); it seems to be in a Western encoding of Windows: save it as UTF-8 "
        "and upload it again."
    ),
    gb18030=(
        "The file is not in UTF-8 (byte {byte}); it seems to be in the Chinese encoding GB18030 (GBK): save it as "
        "UTF-8 and upload it again."
    ),
    not_text="The file is no text: upload a text in UTF-8.",
    nul="Character {place} of the text is NUL, which no text has: remove such characters.",
    one_kind="The text is “{character}” over and over: there is nothing to learn; give another text.",
    many_kinds=(
        "The text has {kinds} different characters; a network here can have {most}: give a text with fewer kinds."
    ),
    memory=(
        "Learning needs about {needed} of memory, and the computer that runs the page has {free} left: try again "
        "later, or choose the small size."
    ),
    room="The disk of the computer that runs the page is full: try again later.",
    diverged=(
        "The network lost what it had learned (its loss was no longer a number): try again, or choose the small size."
    ),
    stopped="It was stopped before the network had learned anything; your text is still here.",
    killed=(
        "Learning ended before its time, since its process was ended. At most half a minute of it is lost: go on from "
        "there."
    ),
    two_at_once="Another text of yours is being learned: stop it first, or wait until it is done.",
    full="There is no room for another network: those of all visitors take more than {most}. Try again later.",
    large_file="The file has {size}; at most {most} are taken.",
    no_zip=(
        "The file is no zip archive and no network saved by Keras: upload the zip that this page gave you, or a "
        ".keras file."
    ),
    zip_members="The archive does not hold what this page puts into one: upload the zip as it was downloaded.",
    no_file="There is no file yet: choose the zip or the .keras file first.",
    no_characters=(
        "A .keras file does not say which characters its outputs stand for: give them in the field “For a .keras file”."
    ),
    network="This network cannot be used here.",
    network_otherwise="The network predicts something else here than by Keras's own call, so it is not taken.",
)
