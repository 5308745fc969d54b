"""The sheet of a lesson, to be printed."""
