"""The desk: an archive in, pages and their JSON twins out."""
