"""Every sentence that a visitor reads: one folder a language, in it one module a page; pure data.

`en.Words` names the sentences and gives them in English; another language is another folder that fills
in the same names. A `{name}` in a sentence is filled in by `str.format`.
"""
