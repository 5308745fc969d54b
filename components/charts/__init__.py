"""Figures: a specification that is built once, and rows that go into it on every run. Imports Altair."""
