"""Scorers on public gold, their floors and the gate."""
