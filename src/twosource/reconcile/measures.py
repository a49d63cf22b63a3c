"""The measures that are weighed otherwise than the dead and hurt: people who are in some state."""

LASTING = frozenset({"displaced", "evacuated", "missing"})  # until they return or are found
SEIZED = frozenset({"detained", "captured"})  # known on the day, and fewer as some are let go
STATES = LASTING | SEIZED
