"""twosource reads the news reports of an event and says who said what."""

__version__ = "0.1.0"
