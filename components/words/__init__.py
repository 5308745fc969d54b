"""Every sentence that a visitor reads: one module a language, pure data.

`en.Words` names the sentences and gives them in English; another language is another module
that fills in the same names. A `{name}` in a sentence is filled in by `str.format`.
"""
