"""What every stage may import; imports no stage."""
