"""ONE FILE = ONE PIECE OF EVIDENCE: a pure function from a dossier to what it finds, without weights."""
