"""Networks of visitors' own: what they train on their texts, and what they bring; each is known by its link alone."""
