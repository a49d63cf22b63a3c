"""Items in, reports out: body, furniture marked, outlet, publication date, credit, language."""
