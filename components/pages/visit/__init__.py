"""What a visitor chose: the link, the language, the places to go to."""
