CREATE TABLE absence (
  id INTEGER PRIMARY KEY,
  personId INTEGER NOT NULL REFERENCES person (id),
  startsOn TEXT NOT NULL CHECK (startsOn IS date(startsOn, '+0 days')),
  endsOn TEXT NOT NULL CHECK (endsOn IS date(endsOn, '+0 days') AND endsOn >= startsOn),
  deputyId INTEGER REFERENCES person (id),
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  -- Ours; for an imported agreement the key that its source knows it by, unless that was taken.
  reference TEXT NOT NULL CHECK (reference <> ''),
  -- The source whose key the reference is; null for one entered by a person or a taken key.
  schemeId INTEGER REFERENCES scheme (id),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  -- Kept in step with table voiding, so that a reference is unique among what holds.
  isVoided INTEGER NOT NULL DEFAULT 0 CHECK (isVoided = 0 OR isVoided = 1)
) STRICT;

CREATE TABLE agreementIdentifier (
  schemeId INTEGER NOT NULL REFERENCES scheme (id),
  value TEXT NOT NULL CHECK (value <> ''),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  -- Whether the source finds the agreement again by this one.
  isKey INTEGER NOT NULL CHECK (isKey = 0 OR isKey = 1),
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  PRIMARY KEY (schemeId, value, agreementId)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreementMention (
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  kind TEXT NOT NULL CHECK (kind = 'service' OR kind = 'contentItem' OR kind = 'document'),
  -- A service's reference, a content item's key, a document's title.
  name TEXT NOT NULL CHECK (name <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  isPresent INTEGER NOT NULL CHECK (isPresent = 0 OR isPresent = 1),
  -- A content item's state (present, reference, missing, notApplicable), a document's address.
  detail TEXT,
  -- Where in the agreement, or why not applicable.
  locator TEXT,
  checkedBy TEXT,
  checkedOn TEXT CHECK (checkedOn IS date(checkedOn, '+0 days')),
  originalId INTEGER REFERENCES original (id),
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  sequence INTEGER NOT NULL,
  PRIMARY KEY (agreementId, kind, name, recordingId),
  CHECK (kind <> 'contentItem' OR detail = 'present' OR detail = 'reference' OR detail = 'missing' OR detail = 'notApplicable')
) STRICT, WITHOUT ROWID;

CREATE TABLE agreementParty (
  -- agreementId * 2^20 + number, so that the parties of an agreement lie together.
  id INTEGER PRIMARY KEY,
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  role TEXT NOT NULL CHECK (role = 'buyer' OR role = 'supplier' OR role = 'signatory'),
  partyId INTEGER NOT NULL REFERENCES party (id),
  -- 0: no longer takes part from effectiveOn on.
  isPresent INTEGER NOT NULL CHECK (isPresent = 0 OR isPresent = 1),
  position INTEGER NOT NULL,
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = agreementId)
) STRICT;

CREATE TABLE agreementRevision (
  -- agreementId * 2^20 + number, so that the revisions of an agreement lie together.
  id INTEGER PRIMARY KEY,
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  versionNumber INTEGER NOT NULL,
  title TEXT,
  description TEXT,
  kind TEXT NOT NULL CHECK (kind = 'contract' OR kind = 'sla' OR kind = 'ola' OR kind = 'customerSupply'),
  structure TEXT CHECK (structure = 'standalone' OR structure = 'overarching' OR structure = 'subsequent'),
  parentReference TEXT,
  declaredStatus TEXT CHECK (declaredStatus = 'draft' OR declaredStatus = 'active' OR declaredStatus = 'ended' OR declaredStatus = 'cancelled'),
  sourceStatus TEXT,
  category TEXT,
  department TEXT,
  owner TEXT,
  ownerEmail TEXT,
  tier TEXT CHECK (tier = 'strategic' OR tier = 'tactical' OR tier = 'operational' OR tier = 'commodity'),
  governingLaw TEXT,
  url TEXT,
  note TEXT,
  signedOn TEXT CHECK (signedOn IS date(signedOn, '+0 days')),
  startsOn TEXT CHECK (startsOn IS date(startsOn, '+0 days')),
  endsOn TEXT CHECK (endsOn IS date(endsOn, '+0 days')),
  openEnded INTEGER CHECK (openEnded = 0 OR openEnded = 1),
  latestPossibleEnd TEXT CHECK (latestPossibleEnd IS date(latestPossibleEnd, '+0 days')),
  endedOn TEXT CHECK (endedOn IS date(endedOn, '+0 days')),
  endReason TEXT,
  initialTerm TEXT,
  renewal TEXT CHECK (renewal = 'none' OR renewal = 'automatic' OR renewal = 'option'),
  renewalTerm TEXT,
  maxRenewals INTEGER CHECK (maxRenewals >= 0),
  noticePeriod TEXT,
  noticePeriodTheirs TEXT,
  noticeBase TEXT CHECK (noticeBase = 'lastDay' OR noticeBase = 'renewalDay'),
  noticeTo TEXT CHECK (noticeTo = 'termEnd' OR noticeTo = 'monthEnd' OR noticeTo = 'quarterEnd' OR noticeTo = 'yearEnd' OR noticeTo = 'anyTime'),
  noticeRule TEXT CHECK (noticeRule = 'receipt' OR noticeRule = 'dispatch'),
  noticeConvention TEXT CHECK (noticeConvention = 'clampedSubtract' OR noticeConvention = 'wholePeriod'),
  noticeAdjustment TEXT CHECK (noticeAdjustment = 'preceding' OR noticeAdjustment = 'following' OR noticeAdjustment = 'none'),
  noticeForm TEXT,
  noticeDelivery TEXT,
  noticeGivenOn TEXT CHECK (noticeGivenOn IS date(noticeGivenOn, '+0 days')),
  noticeGivenBy TEXT CHECK (noticeGivenBy = 'us' OR noticeGivenBy = 'them'),
  calendar TEXT,
  reviewInterval TEXT,
  nextReviewOn TEXT CHECK (nextReviewOn IS date(nextReviewOn, '+0 days')),
  value INTEGER,
  valueCurrency TEXT CHECK (valueCurrency IS NULL OR length(valueCurrency) = 3),
  annualValue INTEGER,
  annualValueCurrency TEXT CHECK (annualValueCurrency IS NULL OR length(annualValueCurrency) = 3),
  -- The fields this revision set, comma-separated; null for all of them.
  changed TEXT,
  -- Null for a person's entry, else the source, the place in it and what it said as a digest.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  digest BLOB,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = agreementId),
  CHECK (value IS NULL OR valueCurrency IS NOT NULL),
  CHECK (annualValue IS NULL OR annualValueCurrency IS NOT NULL)
) STRICT;

CREATE TABLE agreementVersion (
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  number INTEGER NOT NULL CHECK (number > 0),
  effectiveFrom TEXT CHECK (effectiveFrom IS date(effectiveFrom, '+0 days')),
  -- The source's own name of the amendment, and what it changed.
  amendment TEXT,
  title TEXT,
  valueChange INTEGER,
  valueCurrency TEXT CHECK (valueCurrency IS NULL OR length(valueCurrency) = 3),
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  PRIMARY KEY (agreementId, number),
  CHECK ((valueChange IS NULL) OR (valueCurrency IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL CHECK (role = 'relationshipManager' OR role = 'contractManager' OR role = 'serviceManager' OR role = 'headOfServiceManagement' OR role = 'topManagement' OR role = 'complaintHandler'),
  personId INTEGER NOT NULL REFERENCES person (id),
  deputyId INTEGER REFERENCES person (id),
  partyId INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  validFrom TEXT NOT NULL CHECK (validFrom IS date(validFrom, '+0 days')),
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days') AND (validThrough IS NULL OR validThrough >= validFrom)),
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  -- The profile or format that read it, and a digest of the profile's text.
  profile TEXT NOT NULL,
  profileDigest BLOB CHECK (profileDigest IS NULL OR length(profileDigest) = 32),
  schemeId INTEGER NOT NULL REFERENCES scheme (id),
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  -- JSON: counts of records, agreements, amendments, parties and problems.
  summary TEXT NOT NULL,
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE batchSource (
  id INTEGER PRIMARY KEY,
  batchId INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  path TEXT NOT NULL,
  originalId INTEGER NOT NULL REFERENCES original (id),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE batchUndo (
  batchId INTEGER PRIMARY KEY REFERENCES batch (id),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE calendar (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL,
  -- IANA name.
  zone TEXT NOT NULL,
  -- Country or land whose holidays close it, such as DE-BE; null for none.
  country TEXT,
  -- Weekly windows, such as `mon 09:00-17:00, tue 09:00-12:00`.
  windows TEXT NOT NULL,
  validFrom TEXT CHECK (validFrom IS date(validFrom, '+0 days')),
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days')),
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  UNIQUE (reference, recordingId, sequence)
) STRICT;

CREATE TABLE calendarException (
  id INTEGER PRIMARY KEY,
  calendarReference TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  -- Null: closed; else that day's own windows.
  windows TEXT,
  name TEXT,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  partyId INTEGER NOT NULL REFERENCES party (id),
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT,
  phone TEXT,
  function TEXT,
  validFrom TEXT CHECK (validFrom IS date(validFrom, '+0 days')),
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days')),
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE importConflict (
  id INTEGER PRIMARY KEY,
  batchId INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  field TEXT NOT NULL,
  kept TEXT,
  offered TEXT,
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE journalDigest (
  entryId INTEGER NOT NULL REFERENCES journalEntry (id) DEFERRABLE INITIALLY DEFERRED,
  tableName TEXT NOT NULL,
  rowCount INTEGER NOT NULL CHECK (rowCount > 0),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (entryId, tableName)
) STRICT, WITHOUT ROWID;

CREATE TABLE journalEntry (
  id INTEGER PRIMARY KEY,
  recordedAt TEXT NOT NULL CHECK (recordedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*Z'),
  actor TEXT NOT NULL CHECK (actor <> ''),
  command TEXT NOT NULL CHECK (command <> ''),
  -- JSON and the salt of its digest; both are taken away when the payload is redacted.
  payload TEXT,
  salt BLOB CHECK (salt IS NULL OR length(salt) = 16),
  payloadDigest BLOB NOT NULL CHECK (length(payloadDigest) = 32),
  rowsDigest BLOB NOT NULL CHECK (length(rowsDigest) = 32),
  previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK ((payload IS NULL) = (salt IS NULL))
) STRICT;

CREATE TABLE original (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE originalChunk (
  originalId INTEGER NOT NULL REFERENCES original (id),
  number INTEGER NOT NULL CHECK (number >= 0),
  content BLOB NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576),
  PRIMARY KEY (originalId, number)
) STRICT;

CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  -- Ourselves or one of our units.
  isOwn INTEGER NOT NULL CHECK (isOwn = 0 OR isOwn = 1),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE partyIdentifier (
  schemeId INTEGER NOT NULL REFERENCES scheme (id),
  -- Normalised; raw is the text as read where it differs.
  value TEXT NOT NULL CHECK (value <> ''),
  partyId INTEGER NOT NULL REFERENCES party (id),
  raw TEXT,
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  PRIMARY KEY (schemeId, value, partyId)
) STRICT, WITHOUT ROWID;

CREATE TABLE partyName (
  schemeId INTEGER NOT NULL REFERENCES scheme (id),
  nameKey TEXT NOT NULL,
  partyId INTEGER NOT NULL REFERENCES party (id),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  PRIMARY KEY (schemeId, nameKey, partyId)
) STRICT, WITHOUT ROWID;

CREATE TABLE partyRevision (
  -- partyId * 2^20 + number, so that the revisions of a party lie together.
  id INTEGER PRIMARY KEY,
  partyId INTEGER NOT NULL REFERENCES party (id),
  name TEXT NOT NULL CHECK (name <> ''),
  legalForm TEXT,
  country TEXT,
  address TEXT,
  postalCode TEXT,
  city TEXT,
  region TEXT,
  email TEXT,
  phone TEXT,
  website TEXT,
  tier TEXT CHECK (tier = 'strategic' OR tier = 'tactical' OR tier = 'operational' OR tier = 'commodity'),
  parentId INTEGER REFERENCES party (id),
  note TEXT,
  -- The fields this revision set, comma-separated; null for all of them.
  changed TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = partyId)
) STRICT;

CREATE TABLE partyRole (
  id INTEGER PRIMARY KEY,
  partyId INTEGER NOT NULL REFERENCES party (id),
  role TEXT NOT NULL CHECK (role = 'customer' OR role = 'supplier' OR role = 'internalSupplier' OR role = 'customerActingAsSupplier' OR role = 'subSupplier' OR role = 'authority' OR role = 'ownEntity' OR role = 'branch'),
  validFrom TEXT CHECK (validFrom IS date(validFrom, '+0 days')),
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days')),
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE personRevision (
  id INTEGER PRIMARY KEY,
  personId INTEGER NOT NULL REFERENCES person (id),
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT,
  phone TEXT,
  leadId INTEGER REFERENCES person (id),
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = personId)
) STRICT;

CREATE TABLE recording (
  id INTEGER PRIMARY KEY,
  recordedAt TEXT NOT NULL CHECK (recordedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*Z'),
  entryId INTEGER NOT NULL REFERENCES journalEntry (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE scheme (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE service (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE serviceRevision (
  id INTEGER PRIMARY KEY,
  serviceId INTEGER NOT NULL REFERENCES service (id),
  name TEXT NOT NULL CHECK (name <> ''),
  description TEXT,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = serviceId)
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key <> ''),
  value TEXT NOT NULL,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE sourcePresence (
  schemeId INTEGER NOT NULL REFERENCES scheme (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  isPresent INTEGER NOT NULL CHECK (isPresent = 0 OR isPresent = 1),
  -- What was done about it: keep, flag, end.
  action TEXT,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (schemeId, agreementId, recordingId)
) STRICT, WITHOUT ROWID;

CREATE TABLE voiding (
  kind TEXT NOT NULL,
  recordId INTEGER NOT NULL,
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (kind, recordId, recordingId)
) STRICT, WITHOUT ROWID;

CREATE INDEX absenceByPerson ON absence (personId);

CREATE UNIQUE INDEX agreementByReference ON agreement (reference) WHERE isVoided = 0;

CREATE INDEX agreementMentionByName ON agreementMention (kind, name);

CREATE INDEX assignmentByAgreement ON assignment (agreementId);

CREATE INDEX assignmentByParty ON assignment (partyId);

CREATE INDEX calendarExceptionByCalendar ON calendarException (calendarReference, day);

CREATE INDEX contactByParty ON contact (partyId);

CREATE INDEX partyIdentifierByParty ON partyIdentifier (partyId);

CREATE INDEX partyNameByKey ON partyName (nameKey, partyId);

CREATE INDEX partyRoleByParty ON partyRole (partyId);

CREATE INDEX settingByKey ON setting (key, effectiveOn);
