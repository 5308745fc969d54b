"""Sentences, rows and labels from numbers and words: everything a page shows, but for the widgets."""
