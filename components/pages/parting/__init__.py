"""The page on which texts part: the same luck, another temperature."""
