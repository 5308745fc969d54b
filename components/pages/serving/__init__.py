"""What stands behind all visitors: the cached models, their answers, work in the background."""
