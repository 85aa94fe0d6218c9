"""One engine for every question: dossiers in, readings hung on, verdicts out."""
