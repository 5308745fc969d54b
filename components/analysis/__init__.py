"""Measuring texts and models: plain text, log-probabilities and logits in, numbers out."""
