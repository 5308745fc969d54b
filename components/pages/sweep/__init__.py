"""The page "Sweep"."""
