"""The world in, items out."""
