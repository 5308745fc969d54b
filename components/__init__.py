"""The rooms of the house; the README shows which of them imports which."""
