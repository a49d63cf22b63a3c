"""Mentions in, events out."""
