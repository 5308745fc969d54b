"""The page "Your numbers": temperature on scores or log-probabilities of a visitor's own, without a network."""
