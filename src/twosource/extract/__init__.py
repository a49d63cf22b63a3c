"""A reading in; times, places, actors, claims, mentions and figures out."""
