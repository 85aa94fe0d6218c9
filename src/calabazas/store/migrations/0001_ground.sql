-- One intake is one import. Its files carry the day their content held (as_of), which decides what is current.
CREATE TABLE intake (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL,
  member_slug TEXT NOT NULL DEFAULT '',
  member_name TEXT NOT NULL DEFAULT '',
  undone_at TEXT
) STRICT;

CREATE TABLE intake_file (
  id INTEGER PRIMARY KEY,
  intake_id INTEGER NOT NULL REFERENCES intake (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  digest TEXT NOT NULL,
  as_of TEXT NOT NULL,
  as_of_from TEXT NOT NULL,
  complete INTEGER NOT NULL,
  read INTEGER NOT NULL,
  new INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  problems INTEGER NOT NULL,
  left_out TEXT NOT NULL
) STRICT;
CREATE INDEX intake_file_digest ON intake_file (digest);

CREATE TABLE problem (
  file_id INTEGER NOT NULL REFERENCES intake_file (id),
  row INTEGER NOT NULL,
  reason TEXT NOT NULL,
  args TEXT NOT NULL
) STRICT;
CREATE INDEX problem_file ON problem (file_id);

-- Somebody: with a profile slug, or only a name (and perhaps a company) as some file told it.
-- root is the person that this one was found to be; itself unless a merge says so.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  slug TEXT UNIQUE,
  company TEXT NOT NULL DEFAULT '',
  root INTEGER NOT NULL
) STRICT;
CREATE INDEX person_folded ON person (folded);
CREATE INDEX person_merged ON person (root) WHERE root <> id;

CREATE TABLE alias (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  PRIMARY KEY (kind, value, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_person ON alias (person_id);

-- Merges the member made stay; those the import inferred (why: mail, name, name_company, moved) are drawn anew each time.
CREATE TABLE merge (
  id INTEGER PRIMARY KEY,
  from_id INTEGER NOT NULL REFERENCES person (id),
  into_id INTEGER NOT NULL REFERENCES person (id),
  why TEXT NOT NULL,
  confidence REAL NOT NULL,
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX merge_from ON merge (from_id);
CREATE INDEX merge_into ON merge (into_id);

-- Every fact is stored once by its content, with an id of one series for all kinds; a sighting says in which
-- file and row it stood. What no sighting holds up is gone: so an undone intake leaves no trace.
-- No foreign keys here: they would double the cost of the rows that an archive holds by the hundred thousand.
CREATE TABLE sighting (
  fact INTEGER NOT NULL,
  file INTEGER NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (fact, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE connection (
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL UNIQUE,
  person_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  company TEXT NOT NULL,
  position TEXT NOT NULL,
  connected_on TEXT NOT NULL
) STRICT;
CREATE INDEX connection_person ON connection (person_id);

CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL UNIQUE,
  person_id INTEGER NOT NULL,
  incoming INTEGER NOT NULL,
  name TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  exact INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX invitation_person ON invitation (person_id);

CREATE TABLE trace (
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL UNIQUE,
  person_id INTEGER,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  company TEXT NOT NULL,
  on_day TEXT NOT NULL,
  text TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX trace_person ON trace (person_id);

CREATE TABLE member_fact (
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL UNIQUE,
  person_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  observed_on TEXT NOT NULL,
  source TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX observation_person ON observation (person_id);

-- Who said what to whom when. The opening stands for the text in telling messages apart, because archives
-- of different years write its line breaks differently. Kept in the order in which conversations are asked for.
CREATE TABLE message (
  person_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  mine INTEGER NOT NULL,
  opening INTEGER NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (person_id, at, mine, opening)
) STRICT, WITHOUT ROWID;

-- The texts lie apart, so that counting conversations never drags them through memory.
CREATE TABLE body (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

-- A page of invitations was read: who is missing from a newer complete one no longer waits.
CREATE TABLE list_taken (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES intake_file (id),
  kind TEXT NOT NULL,
  as_of TEXT NOT NULL,
  complete INTEGER NOT NULL,
  left_out INTEGER NOT NULL
) STRICT;
CREATE INDEX list_taken_file ON list_taken (file_id);

CREATE TABLE list_entry (
  list_id INTEGER NOT NULL REFERENCES list_taken (id),
  person_id INTEGER NOT NULL,
  PRIMARY KEY (list_id, person_id)
) STRICT, WITHOUT ROWID;

-- What tells a text or picture again under another name: a fact's note, its profile texts, its picture.
CREATE TABLE imprint (
  kind TEXT NOT NULL,
  value INTEGER NOT NULL,
  fact INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  PRIMARY KEY (kind, value, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX imprint_person ON imprint (person_id);

-- The member's ledger: nothing is ever changed here, taking back is an act of its own.
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  batch INTEGER NOT NULL,
  person_id INTEGER,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  undoes INTEGER REFERENCES act (id)
) STRICT;
CREATE INDEX act_person ON act (person_id);
CREATE UNIQUE INDEX act_undoes ON act (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Readings of texts, kept by text, target and reading version; they can always be computed again.
CREATE TABLE reading (
  version TEXT NOT NULL,
  key TEXT NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (version, key)
) STRICT, WITHOUT ROWID;

-- Salted hashes of people erased on demand, so that no later import brings them back.
CREATE TABLE forgotten (
  digest BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;
