"""What more than one page shows: the live figure, texts, fields, the slider, figures."""
