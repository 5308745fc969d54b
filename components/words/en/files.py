"""English: a model's files."""

from components.words.files import FileWords

FILES = FileWords(
    missing="The file {file} of the network “{model}” is missing.",
    damaged="The file {file} of the network “{model}” is damaged.",
    unfit="The file {file} of the network “{model}” does not fit what it is used for.",
    other_weights="The file {file} was made with other weights than those of the network “{model}”.",
    not_made="The file with this page's measurements, {file}, has not been made for the network “{model}” yet.",
    because="{wrong} Why: {why}",
    checksum="it is not the file that was written (its checksum is another).",
    no_list="no checksums can be read in it.",
    no_file="it cannot be read as a file: it is something else, too large, or not allowed to be read.",
    no_json="what is in it cannot be read as a file of this kind.",
    place="at “{place}” stands another kind of value than belongs there.",
    unfit_parts="its values do not fit each other.",
    of_others="it was made with other weights than those that are beside it.",
    no_character="{entry} in it is not a single character.",
    twice="it has the character {entry} twice.",
    no_characters="it has no characters.",
    sizes="the network predicts {outputs} characters, and its vocabulary has {characters}.",
    not_finite="the network's scores are not finite numbers: its weights are too large.",
    otherwise=(
        "writing one character at a time, it would predict otherwise than Keras does, by {difference} nats; the page "
        "shows no such network."
    ),
    damaged_network="it is not a whole network as Keras saves one.",
    too_much="reading it takes more memory or time than is spent on a network here.",
    weights_alone="it has weights alone, and nothing on their layers.",
    never_built="the network was saved before it was built: call it once, or train it, and save it again.",
    layer="with its layer “{layer}” ({kind}) no text can be written one character at a time.",
    setting="its layer “{layer}” has {setting} = {value}, which cannot be used here.",
    no_chain=(
        "its layers do not form one chain from the character that was written last to a score for each next character."
    ),
    arrays="the weights of its layer “{layer}” are not those of such a layer.",
    no_numbers="weights of its layer “{layer}” are not finite numbers.",
    window=(
        "it reads {window} characters anew for every one that it writes, and at most {longest} are read here; bring it "
        "in with the command components.language_model.adopt and its option --stream."
    ),
    without_scene=(
        "Without a stored first scene the page opens on a single character; its figure and texts come when the network "
        "is loaded."
    ),
    without_words="Without the list of what its training text holds the share of {known} is left out.",
    mend_shipped="It came with the page, and this command restores it:",
    mend_trained=(
        "The network was trained here. This command makes it again from what its run has kept; where it has kept "
        "nothing, remove the folder first:"
    ),
    mend_brought="The network was brought in from {source}; remove its folder, and this command brings it in again:",
    mend_unknown="Nothing in the folder says how it was made: put back a copy of the file, or remove the folder.",
    mend_made="This command makes it:",
)
