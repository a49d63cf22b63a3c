"""The command line and the desk."""
