"""Measuring texts: plain text and log-probabilities in, numbers out."""
