-- The mails that came in; their bytes are originals.

CREATE TABLE mailMessage (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE mailMessageRevision (
  id INTEGER PRIMARY KEY,
  mailMessageId INTEGER NOT NULL REFERENCES mailMessage (id),
  state TEXT NOT NULL CHECK (state = 'arrived' OR state = 'waiting' OR state = 'settled' OR state = 'accepted' OR state = 'discarded' OR state = 'duplicate' OR state = 'quarantined'),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  by TEXT,
  note TEXT,
  receivedAt TEXT NOT NULL CHECK (receivedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  door TEXT NOT NULL CHECK (door <> ''),
  sha256 TEXT NOT NULL CHECK (sha256 <> ''),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  sentAt TEXT CHECK (sentAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  class TEXT CHECK (class = 'human' OR class = 'absence' OR class = 'automaticAcknowledgement' OR class = 'permanentBounce' OR class = 'temporaryBounce' OR class = 'deliveryReport' OR class = 'readReceipt' OR class = 'list' OR class = 'ownLoop' OR class = 'abuseReport'),
  sender TEXT,
  senderName TEXT,
  trust TEXT CHECK (trust = 'confirmed' OR trust = 'claimed' OR trust = 'contradicted'),
  partyId INTEGER REFERENCES party (id),
  subject TEXT,
  messageId TEXT,
  contentKey TEXT,
  identityKey TEXT,
  duplicateOfId INTEGER REFERENCES mailMessage (id),
  complaintId INTEGER REFERENCES complaint (id),
  about TEXT,
  proposal TEXT CHECK (proposal = 'reply' OR proposal = 'complaint' OR proposal = 'dispute' OR proposal = 'notice' OR proposal = 'evidence' OR proposal = 'import' OR proposal = 'answer'),
  result TEXT,
  steps TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = mailMessageId)
) STRICT;

CREATE INDEX mailMessageBySha256 ON mailMessageRevision (sha256);
CREATE INDEX mailMessageByContentKey ON mailMessageRevision (contentKey);
CREATE INDEX mailMessageByIdentityKey ON mailMessageRevision (identityKey);
CREATE INDEX mailMessageByMessageId ON mailMessageRevision (messageId);
-- What a person or the program still has to do, which is little beside all that came.
CREATE INDEX mailMessageWaiting ON mailMessageRevision (state)
  WHERE state = 'arrived' OR state = 'waiting';

-- How often an address was written to, and which mail has an id.
CREATE INDEX outboxMailByRecipients ON outboxMailRevision (recipients);
CREATE INDEX outboxMailByMessageId ON outboxMailRevision (messageId);
CREATE INDEX complaintByMessageId ON complaintRevision (messageId);
CREATE INDEX complaintStepByMessageId ON complaintStepRevision (messageId);
CREATE INDEX complaintStepByComplaint ON complaintStepRevision (complaintId);
CREATE INDEX mailMessageByComplaint ON mailMessageRevision (complaintId);

-- How far a mailbox, file or folder has been read: no fact, so it is not in the journal.
CREATE TABLE mailCursor (
  door TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
