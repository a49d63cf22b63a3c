"""What was said in; the calendar and the map out."""
