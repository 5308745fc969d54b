"""Figures in Altair: a specification that is built once, and rows that go into it on every run."""
