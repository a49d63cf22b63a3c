"""Items in, reports out: body text, furniture marked, outlet, publication date, credit, language."""
