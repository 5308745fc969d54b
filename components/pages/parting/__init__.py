"""The page "Why they part"."""
