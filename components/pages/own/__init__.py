"""The page "Your own"."""
