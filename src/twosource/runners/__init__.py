"""The steps of the pipeline, run on one machine or on many."""
