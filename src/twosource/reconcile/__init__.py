"""Events and claims in, findings out."""
