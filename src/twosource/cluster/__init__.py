"""Reports in, families and stories out."""
