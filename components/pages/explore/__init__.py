"""The first page: the live figure, the same network's texts side by side, the guided start."""
