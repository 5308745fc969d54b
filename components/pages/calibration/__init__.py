"""The page "Calibration"."""
