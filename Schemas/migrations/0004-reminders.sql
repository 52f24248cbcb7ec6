-- What became of reminders, and the mails that wait to be sent.

-- One step of the ladder of something that falls due; the reference is its key.
CREATE TABLE reminder (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE reminderRevision (
  id INTEGER PRIMARY KEY,
  reminderId INTEGER NOT NULL REFERENCES reminder (id),
  sendOn TEXT NOT NULL CHECK (sendOn IS date(sendOn, '+0 days')),
  state TEXT NOT NULL CHECK (state = 'planned' OR state = 'queued' OR state = 'sent' OR state = 'notDelivered' OR state = 'superseded' OR state = 'cancelled' OR state = 'acknowledged' OR state = 'snoozed' OR state = 'handedOver' OR state = 'decided'),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  by TEXT,
  until TEXT CHECK (until IS date(until, '+0 days')),
  handedToId INTEGER REFERENCES person (id),
  level TEXT NOT NULL CHECK (level = 'owner' OR level = 'deputy' OR level = 'lead' OR level = 'managers' OR level = 'head' OR level = 'top'),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  mailId INTEGER REFERENCES outboxMail (id),
  note TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = reminderId)
) STRICT;

-- A mail of ours; its bytes are an original.
CREATE TABLE outboxMail (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE outboxMailRevision (
  id INTEGER PRIMARY KEY,
  outboxMailId INTEGER NOT NULL REFERENCES outboxMail (id),
  state TEXT NOT NULL CHECK (state = 'queued' OR state = 'sending' OR state = 'sent' OR state = 'bounced' OR state = 'givenUp' OR state = 'cancelled'),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  sender TEXT,
  recipients TEXT NOT NULL CHECK (recipients <> ''),
  subject TEXT NOT NULL CHECK (subject <> ''),
  messageId TEXT NOT NULL CHECK (messageId <> ''),
  sha256 TEXT NOT NULL CHECK (sha256 <> ''),
  about TEXT,
  queuedAt TEXT NOT NULL CHECK (queuedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  nextAt TEXT NOT NULL CHECK (nextAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  reply TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = outboxMailId)
) STRICT;
