-- Self-assessments that are kept unchanged, so that two years can be compared.

-- A self-assessment as it stood on a day, kept unchanged.
CREATE TABLE assessmentSnapshot (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE assessmentSnapshotRevision (
  id INTEGER PRIMARY KEY,
  assessmentSnapshotId INTEGER NOT NULL REFERENCES assessmentSnapshot (id),
  edition TEXT NOT NULL CHECK (edition = '2005' OR edition = '2011' OR edition = '2018'),
  takenOn TEXT NOT NULL CHECK (takenOn IS date(takenOn, '+0 days')),
  takenBy TEXT,
  sha256 TEXT NOT NULL CHECK (sha256 <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = assessmentSnapshotId)
) STRICT;
