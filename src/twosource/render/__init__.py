"""Findings in; brief, timeline, map and exports out."""
