CREATE TABLE absence (
  id INTEGER PRIMARY KEY,
  personId INTEGER NOT NULL REFERENCES person (id),
  startsOn TEXT NOT NULL CHECK (startsOn IS date(startsOn, '+0 days')),
  endsOn TEXT NOT NULL CHECK (endsOn IS date(endsOn, '+0 days') AND endsOn >= startsOn),
  deputyId INTEGER REFERENCES person (id),
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
, sourceId INTEGER REFERENCES batchSource (id), line INTEGER, record INTEGER) STRICT;

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE actionRevision (
  id INTEGER PRIMARY KEY,
  actionId INTEGER NOT NULL REFERENCES action (id),
  kind TEXT NOT NULL CHECK (kind = 'corrective' OR kind = 'improvement' OR kind = 'task'),
  title TEXT NOT NULL CHECK (title <> ''),
  reviewId INTEGER REFERENCES review (id),
  complaintId INTEGER REFERENCES complaint (id),
  surveyId INTEGER REFERENCES survey (id),
  measurementId INTEGER REFERENCES measurement (id),
  owner TEXT,
  dueOn TEXT CHECK (dueOn IS date(dueOn, '+0 days')),
  doneOn TEXT CHECK (doneOn IS date(doneOn, '+0 days')),
  improvementId INTEGER REFERENCES improvement (id),
  raisedOn TEXT CHECK (raisedOn IS date(raisedOn, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = actionId)
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

CREATE TABLE alignmentAssessment (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE alignmentAssessmentRevision (
  id INTEGER PRIMARY KEY,
  alignmentAssessmentId INTEGER NOT NULL REFERENCES alignmentAssessment (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  assessedOn TEXT NOT NULL CHECK (assessedOn IS date(assessedOn, '+0 days')),
  assessedBy TEXT,
  result TEXT,
  riskId INTEGER REFERENCES risk (id),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = alignmentAssessmentId)
) STRICT;

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE assessmentRevision (
  id INTEGER PRIMARY KEY,
  assessmentId INTEGER NOT NULL REFERENCES assessment (id),
  edition TEXT NOT NULL CHECK (edition = '2005' OR edition = '2011' OR edition = '2018'),
  clause TEXT NOT NULL CHECK (clause <> ''),
  isApplicable INTEGER CHECK (isApplicable = 0 OR isApplicable = 1),
  applicabilityReason TEXT,
  owner TEXT,
  status TEXT NOT NULL CHECK (status = 'notAssessed' OR status = 'none' OR status = 'partly' OR status = 'largely' OR status = 'fully'),
  assessedOn TEXT CHECK (assessedOn IS date(assessedOn, '+0 days')),
  assessedBy TEXT,
  evidence TEXT,
  comment TEXT,
  targetOn TEXT CHECK (targetOn IS date(targetOn, '+0 days')),
  improvementId INTEGER REFERENCES improvement (id),
  acceptedReason TEXT,
  nextAssessmentOn TEXT CHECK (nextAssessmentOn IS date(nextAssessmentOn, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = assessmentId)
) STRICT;

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
, sourceId INTEGER REFERENCES batchSource (id), line INTEGER, record INTEGER) STRICT;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE attendanceRevision (
  id INTEGER PRIMARY KEY,
  attendanceId INTEGER NOT NULL REFERENCES attendance (id),
  reviewId INTEGER NOT NULL REFERENCES review (id),
  name TEXT NOT NULL CHECK (name <> ''),
  side TEXT NOT NULL CHECK (side = 'ours' OR side = 'theirs'),
  function TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = attendanceId)
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
  sequence INTEGER NOT NULL, sourceId INTEGER REFERENCES batchSource (id), line INTEGER, record INTEGER,
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
, sourceId INTEGER REFERENCES batchSource (id), line INTEGER, record INTEGER) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE changeRevision (
  id INTEGER PRIMARY KEY,
  changeId INTEGER NOT NULL REFERENCES change (id),
  title TEXT NOT NULL CHECK (title <> ''),
  agreementId INTEGER REFERENCES agreement (id),
  version INTEGER CHECK (version >= 0),
  serviceId INTEGER REFERENCES service (id),
  decisionId INTEGER REFERENCES decision (id),
  raisedOn TEXT CHECK (raisedOn IS date(raisedOn, '+0 days')),
  impactAssessedOn TEXT CHECK (impactAssessedOn IS date(impactAssessedOn, '+0 days')),
  impact TEXT,
  approvedOn TEXT CHECK (approvedOn IS date(approvedOn, '+0 days')),
  approvedBy TEXT,
  effectiveFrom TEXT CHECK (effectiveFrom IS date(effectiveFrom, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = changeId)
) STRICT;

CREATE TABLE communicationPlan (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE communicationPlanRevision (
  id INTEGER PRIMARY KEY,
  communicationPlanId INTEGER NOT NULL REFERENCES communicationPlan (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  channel TEXT,
  audience TEXT,
  frequency TEXT,
  owner TEXT,
  approvedOn TEXT NOT NULL CHECK (approvedOn IS date(approvedOn, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = communicationPlanId)
) STRICT;

CREATE TABLE complaint (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE complaintDefinition (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE complaintDefinitionRevision (
  id INTEGER PRIMARY KEY,
  complaintDefinitionId INTEGER NOT NULL REFERENCES complaintDefinition (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  definition TEXT NOT NULL CHECK (definition <> ''),
  agreedOn TEXT CHECK (agreedOn IS date(agreedOn, '+0 days')),
  agreedBy TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = complaintDefinitionId)
) STRICT;

CREATE TABLE complaintRevision (
  id INTEGER PRIMARY KEY,
  complaintId INTEGER NOT NULL REFERENCES complaint (id),
  receivedAt TEXT NOT NULL CHECK (receivedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  partyId INTEGER REFERENCES party (id),
  complainant TEXT,
  address TEXT,
  channel TEXT CHECK (channel = 'mail' OR channel = 'telephone' OR channel = 'letter' OR channel = 'meeting' OR channel = 'portal' OR channel = 'other'),
  messageId TEXT,
  serviceId INTEGER REFERENCES service (id),
  agreementId INTEGER REFERENCES agreement (id),
  description TEXT,
  remedySought TEXT,
  isFormal INTEGER CHECK (isFormal = 0 OR isFormal = 1),
  severity TEXT CHECK (severity = 'critical' OR severity = 'major' OR severity = 'minor'),
  ownerId INTEGER REFERENCES person (id),
  calendar TEXT,
  immediateAction TEXT,
  findings TEXT,
  cause TEXT,
  responsible TEXT CHECK (responsible = 'us' OR responsible = 'supplier' OR responsible = 'customer' OR responsible = 'unclear'),
  supplierAgreementId INTEGER REFERENCES agreement (id),
  disputeId INTEGER REFERENCES dispute (id),
  decision TEXT CHECK (decision = 'upheld' OR decision = 'partlyUpheld' OR decision = 'notUpheld'),
  remedy TEXT,
  remedyDoneOn TEXT CHECK (remedyDoneOn IS date(remedyDoneOn, '+0 days')),
  compensation INTEGER,
  compensationCurrency TEXT CHECK ((compensation IS NULL) = (compensationCurrency IS NULL) AND (compensationCurrency IS NULL OR length(compensationCurrency) = 3)),
  closureKind TEXT CHECK (closureKind = 'agreed' OR closureKind = 'deemed' OR closureKind = 'exhausted' OR closureKind = 'withdrawn' OR closureKind = 'duplicate' OR closureKind = 'reclassified'),
  closureProof TEXT,
  consentBy TEXT,
  leadingId INTEGER REFERENCES complaint (id),
  handlingScore INTEGER CHECK (handlingScore >= 0),
  improvementId INTEGER REFERENCES improvement (id),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = complaintId)
) STRICT;

CREATE TABLE complaintStep (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE complaintStepRevision (
  id INTEGER PRIMARY KEY,
  complaintStepId INTEGER NOT NULL REFERENCES complaintStep (id),
  complaintId INTEGER NOT NULL REFERENCES complaint (id),
  kind TEXT NOT NULL CHECK (kind = 'received' OR kind = 'triaged' OR kind = 'acknowledged' OR kind = 'assessing' OR kind = 'investigating' OR kind = 'waitingComplainant' OR kind = 'responded' OR kind = 'remedying' OR kind = 'awaitingConsent' OR kind = 'closed' OR kind = 'reopened' OR kind = 'notAComplaint' OR kind = 'receipt' OR kind = 'update' OR kind = 'reminder' OR kind = 'entry'),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  by TEXT,
  note TEXT,
  messageId TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = complaintStepId)
) STRICT;

CREATE TABLE component (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE componentRevision (
  id INTEGER PRIMARY KEY,
  componentId INTEGER NOT NULL REFERENCES component (id),
  name TEXT NOT NULL CHECK (name <> ''),
  serviceId INTEGER NOT NULL REFERENCES service (id),
  operatedById INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  availability TEXT CHECK (availability GLOB '*[0-9]'),
  site TEXT,
  network TEXT,
  dependencyGroupId INTEGER REFERENCES dependencyGroup (id),
  dataClass TEXT CHECK (dataClass = 'none' OR dataClass = 'internal' OR dataClass = 'personal' OR dataClass = 'critical'),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = componentId)
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

CREATE TABLE creditClaim (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE creditClaimRevision (
  id INTEGER PRIMARY KEY,
  creditClaimId INTEGER NOT NULL REFERENCES creditClaim (id),
  creditRuleId INTEGER NOT NULL REFERENCES creditRule (id),
  periodStart TEXT NOT NULL CHECK (periodStart IS date(periodStart, '+0 days')),
  amount INTEGER,
  amountCurrency TEXT CHECK ((amount IS NULL) = (amountCurrency IS NULL) AND (amountCurrency IS NULL OR length(amountCurrency) = 3)),
  claimedOn TEXT CHECK (claimedOn IS date(claimedOn, '+0 days')),
  settledOn TEXT CHECK (settledOn IS date(settledOn, '+0 days')),
  invoice TEXT,
  waivedBy TEXT,
  reason TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = creditClaimId)
) STRICT;

CREATE TABLE creditRule (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE creditRuleRevision (
  id INTEGER PRIMARY KEY,
  creditRuleId INTEGER NOT NULL REFERENCES creditRule (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  targetId INTEGER REFERENCES target (id),
  shape TEXT NOT NULL CHECK (shape = 'bands' OR shape = 'linear' OR shape = 'proportional' OR shape = 'fixed'),
  bands TEXT,
  points TEXT CHECK (points GLOB '*[0-9]'),
  factor TEXT CHECK (factor GLOB '*[0-9]'),
  amount INTEGER,
  amountCurrency TEXT CHECK ((amount IS NULL) = (amountCurrency IS NULL) AND (amountCurrency IS NULL OR length(amountCurrency) = 3)),
  charge INTEGER,
  chargeCurrency TEXT CHECK ((charge IS NULL) = (chargeCurrency IS NULL) AND (chargeCurrency IS NULL OR length(chargeCurrency) = 3)),
  combination TEXT CHECK (combination = 'sum' OR combination = 'highest'),
  capPercent TEXT CHECK (capPercent GLOB '*[0-9]'),
  minimum INTEGER,
  minimumCurrency TEXT CHECK ((minimum IS NULL) = (minimumCurrency IS NULL) AND (minimumCurrency IS NULL OR length(minimumCurrency) = 3)),
  rounding TEXT CHECK (rounding = 'halfAwayFromZero' OR rounding = 'halfEven'),
  claimDays INTEGER CHECK (claimDays >= 0),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = creditRuleId)
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE decisionRevision (
  id INTEGER PRIMARY KEY,
  decisionId INTEGER NOT NULL REFERENCES decision (id),
  kind TEXT NOT NULL CHECK (kind = 'continue' OR kind = 'renew' OR kind = 'amend' OR kind = 'renegotiate' OR kind = 'end' OR kind = 'exit' OR kind = 'changeAgreement'),
  agreementId INTEGER REFERENCES agreement (id),
  reviewId INTEGER REFERENCES review (id),
  decidedOn TEXT NOT NULL CHECK (decidedOn IS date(decidedOn, '+0 days')),
  decidedBy TEXT,
  termEnd TEXT CHECK (termEnd IS date(termEnd, '+0 days')),
  reason TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = decisionId)
) STRICT;

CREATE TABLE dependency (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE dependencyGroup (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE dependencyGroupRevision (
  id INTEGER PRIMARY KEY,
  dependencyGroupId INTEGER NOT NULL REFERENCES dependencyGroup (id),
  serviceId INTEGER NOT NULL REFERENCES service (id),
  rule TEXT NOT NULL CHECK (rule = 'allOf' OR rule = 'anyOf' OR rule = 'kOf'),
  required INTEGER CHECK (required >= 0),
  withinId INTEGER REFERENCES dependencyGroup (id),
  name TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = dependencyGroupId)
) STRICT;

CREATE TABLE dependencyRevision (
  id INTEGER PRIMARY KEY,
  dependencyId INTEGER NOT NULL REFERENCES dependency (id),
  serviceId INTEGER NOT NULL REFERENCES service (id),
  partyId INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  onServiceId INTEGER REFERENCES service (id),
  dependencyGroupId INTEGER REFERENCES dependencyGroup (id),
  isCritical INTEGER CHECK (isCritical = 0 OR isCritical = 1),
  description TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = dependencyId)
) STRICT;

CREATE TABLE dispute (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE disputeRevision (
  id INTEGER PRIMARY KEY,
  disputeId INTEGER NOT NULL REFERENCES dispute (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  subject TEXT NOT NULL CHECK (subject <> ''),
  clause TEXT,
  openedOn TEXT NOT NULL CHECK (openedOn IS date(openedOn, '+0 days')),
  openedBy TEXT NOT NULL CHECK (openedBy = 'us' OR openedBy = 'them'),
  amount INTEGER,
  amountCurrency TEXT CHECK ((amount IS NULL) = (amountCurrency IS NULL) AND (amountCurrency IS NULL OR length(amountCurrency) = 3)),
  withheld INTEGER,
  withheldCurrency TEXT CHECK ((withheld IS NULL) = (withheldCurrency IS NULL) AND (withheldCurrency IS NULL OR length(withheldCurrency) = 3)),
  limitationOn TEXT CHECK (limitationOn IS date(limitationOn, '+0 days')),
  measurementId INTEGER REFERENCES measurement (id),
  outcome TEXT,
  improvementId INTEGER REFERENCES improvement (id),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = disputeId)
) STRICT;

CREATE TABLE disputeStep (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE disputeStepRevision (
  id INTEGER PRIMARY KEY,
  disputeStepId INTEGER NOT NULL REFERENCES disputeStep (id),
  disputeId INTEGER NOT NULL REFERENCES dispute (id),
  kind TEXT NOT NULL CHECK (kind = 'raised' OR kind = 'acknowledged' OR kind = 'negotiating' OR kind = 'mediation' OR kind = 'formal' OR kind = 'settled' OR kind = 'decided' OR kind = 'withdrawn' OR kind = 'closed' OR kind = 'entry'),
  happenedOn TEXT NOT NULL CHECK (happenedOn IS date(happenedOn, '+0 days')),
  level INTEGER CHECK (level >= 0),
  by TEXT,
  note TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = disputeStepId)
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE documentRevision (
  id INTEGER PRIMARY KEY,
  documentId INTEGER NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind = 'complaintProcedure' OR kind = 'disputeProcedure' OR kind = 'supplierProcess' OR kind = 'relationshipProcess' OR kind = 'policy' OR kind = 'other'),
  title TEXT NOT NULL CHECK (title <> ''),
  version TEXT,
  approvedOn TEXT CHECK (approvedOn IS date(approvedOn, '+0 days')),
  approvedBy TEXT,
  nextReviewOn TEXT CHECK (nextReviewOn IS date(nextReviewOn, '+0 days')),
  sha256 TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = documentId)
) STRICT;

CREATE TABLE escalation (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE escalationRevision (
  id INTEGER PRIMARY KEY,
  escalationId INTEGER NOT NULL REFERENCES escalation (id),
  complaintId INTEGER REFERENCES complaint (id),
  disputeId INTEGER REFERENCES dispute (id),
  level INTEGER NOT NULL CHECK (level >= 0),
  raisedAt TEXT NOT NULL CHECK (raisedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  raisedBy TEXT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  handlerId INTEGER REFERENCES person (id),
  reactedAt TEXT CHECK (reactedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = escalationId)
) STRICT;

CREATE TABLE exclusion (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE exclusionRevision (
  id INTEGER PRIMARY KEY,
  exclusionId INTEGER NOT NULL REFERENCES exclusion (id),
  measurementId INTEGER NOT NULL REFERENCES measurement (id),
  kind TEXT NOT NULL CHECK (kind = 'maintenance' OR kind = 'customerFault' OR kind = 'forceMajeure' OR kind = 'other'),
  seconds INTEGER NOT NULL CHECK (seconds >= 0),
  reason TEXT NOT NULL CHECK (reason <> ''),
  approvedBy TEXT,
  noticeGivenOn TEXT CHECK (noticeGivenOn IS date(noticeGivenOn, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = exclusionId)
) STRICT;

CREATE TABLE exitPlan (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE exitPlanRevision (
  id INTEGER PRIMARY KEY,
  exitPlanId INTEGER NOT NULL REFERENCES exitPlan (id),
  partyId INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  kind TEXT NOT NULL CHECK (kind = 'exit' OR kind = 'transfer'),
  version TEXT,
  approvedOn TEXT CHECK (approvedOn IS date(approvedOn, '+0 days')),
  reviewedOn TEXT CHECK (reviewedOn IS date(reviewedOn, '+0 days')),
  testedOn TEXT CHECK (testedOn IS date(testedOn, '+0 days')),
  successor TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = exitPlanId)
) STRICT;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE findingRevision (
  id INTEGER PRIMARY KEY,
  findingId INTEGER NOT NULL REFERENCES finding (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  subjectKind TEXT NOT NULL CHECK (subjectKind = 'party' OR subjectKind = 'agreement' OR subjectKind = 'service' OR subjectKind = 'organization'),
  subject TEXT,
  grade TEXT NOT NULL CHECK (grade = 'major' OR grade = 'minor' OR grade = 'observation' OR grade = 'info'),
  clause TEXT NOT NULL CHECK (clause <> ''),
  due TEXT CHECK (due IS date(due, '+0 days')),
  message TEXT NOT NULL CHECK (message <> ''),
  firstSeenOn TEXT NOT NULL CHECK (firstSeenOn IS date(firstSeenOn, '+0 days')),
  lastSeenOn TEXT NOT NULL CHECK (lastSeenOn IS date(lastSeenOn, '+0 days')),
  status TEXT NOT NULL CHECK (status = 'open' OR status = 'acknowledged' OR status = 'inProgress' OR status = 'done' OR status = 'verified' OR status = 'gone'),
  owner TEXT,
  plannedOn TEXT CHECK (plannedOn IS date(plannedOn, '+0 days')),
  doneBy TEXT,
  verifiedBy TEXT,
  note TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = findingId)
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

CREATE TABLE improvement (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE improvementRevision (
  id INTEGER PRIMARY KEY,
  improvementId INTEGER NOT NULL REFERENCES improvement (id),
  title TEXT NOT NULL CHECK (title <> ''),
  source TEXT NOT NULL CHECK (source = 'review' OR source = 'survey' OR source = 'complaint' OR source = 'miss' OR source = 'dispute' OR source = 'finding' OR source = 'assessment' OR source = 'other'),
  partyId INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  owner TEXT,
  registeredOn TEXT NOT NULL CHECK (registeredOn IS date(registeredOn, '+0 days')),
  dueOn TEXT CHECK (dueOn IS date(dueOn, '+0 days')),
  replannedOn TEXT CHECK (replannedOn IS date(replannedOn, '+0 days')),
  state TEXT CHECK (state = 'open' OR state = 'inProgress' OR state = 'done' OR state = 'rejected'),
  doneOn TEXT CHECK (doneOn IS date(doneOn, '+0 days')),
  benefit TEXT,
  effectCheckedOn TEXT CHECK (effectCheckedOn IS date(effectCheckedOn, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = improvementId)
) STRICT;

CREATE TABLE interface (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE interfaceRevision (
  id INTEGER PRIMARY KEY,
  interfaceId INTEGER NOT NULL REFERENCES interface (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  process TEXT NOT NULL CHECK (process <> ''),
  inputs TEXT,
  outputs TEXT,
  contactUs TEXT,
  contactThem TEXT,
  agreedOn TEXT NOT NULL CHECK (agreedOn IS date(agreedOn, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = interfaceId)
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

CREATE TABLE mailCursor (
  door TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE measurement (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE measurementRevision (
  id INTEGER PRIMARY KEY,
  measurementId INTEGER NOT NULL REFERENCES measurement (id),
  targetId INTEGER NOT NULL REFERENCES target (id),
  periodStart TEXT NOT NULL CHECK (periodStart IS date(periodStart, '+0 days')),
  periodEnd TEXT NOT NULL CHECK (periodEnd IS date(periodEnd, '+0 days')),
  value TEXT CHECK (value GLOB '*[0-9]'),
  numerator INTEGER CHECK (numerator >= 0),
  denominator INTEGER CHECK (denominator >= 0),
  sampleSize INTEGER CHECK (sampleSize >= 0),
  source TEXT CHECK (source = 'ours' OR source = 'supplier' OR source = 'both'),
  otherValue TEXT CHECK (otherValue GLOB '*[0-9]'),
  state TEXT CHECK (state = 'measured' OR state = 'noData' OR state = 'excluded' OR state = 'disputed'),
  reason TEXT,
  cause TEXT,
  reviewedOn TEXT CHECK (reviewedOn IS date(reviewedOn, '+0 days')),
  noActionBecause TEXT,
  improvementId INTEGER REFERENCES improvement (id),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = measurementId)
) STRICT;

CREATE TABLE obligation (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE obligationInstance (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE obligationInstanceRevision (
  id INTEGER PRIMARY KEY,
  obligationInstanceId INTEGER NOT NULL REFERENCES obligationInstance (id),
  obligationId INTEGER NOT NULL REFERENCES obligation (id),
  dueOn TEXT NOT NULL CHECK (dueOn IS date(dueOn, '+0 days')),
  state TEXT NOT NULL CHECK (state = 'waived' OR state = 'cancelled'),
  decidedBy TEXT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = obligationInstanceId)
) STRICT;

CREATE TABLE obligationRevision (
  id INTEGER PRIMARY KEY,
  obligationId INTEGER NOT NULL REFERENCES obligation (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  debtor TEXT NOT NULL CHECK (debtor = 'us' OR debtor = 'supplier' OR debtor = 'customer'),
  kind TEXT NOT NULL CHECK (kind = 'serviceReport' OR kind = 'securityCertificate' OR kind = 'assuranceReport' OR kind = 'penetrationTest' OR kind = 'insurance' OR kind = 'financialStatement' OR kind = 'dataProtectionReview' OR kind = 'continuityTest' OR kind = 'accessReview' OR kind = 'subSupplierList' OR kind = 'priceIndexation' OR kind = 'licenceCount' OR kind = 'survey' OR kind = 'steeringMeeting' OR kind = 'keyPersonNotice' OR kind = 'dataReturn' OR kind = 'other'),
  title TEXT NOT NULL CHECK (title <> ''),
  clause TEXT,
  startsOn TEXT NOT NULL CHECK (startsOn IS date(startsOn, '+0 days')),
  recurrence TEXT,
  coverage TEXT CHECK (coverage = 'none' OR coverage = 'previousMonth' OR coverage = 'previousQuarter' OR coverage = 'previousYear'),
  dueOffset TEXT CHECK (dueOffset GLOB '[0-9]*'),
  adjustment TEXT CHECK (adjustment = 'none' OR adjustment = 'preceding' OR adjustment = 'following'),
  grace TEXT CHECK (grace GLOB '[0-9]*'),
  calendar TEXT,
  evidenceKind TEXT,
  criteria TEXT,
  reviewer TEXT,
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = obligationId)
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
  sequence INTEGER NOT NULL, sourceId INTEGER REFERENCES batchSource (id), line INTEGER, record INTEGER,
  CHECK (id >> 20 = personId)
) STRICT;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE planRevision (
  id INTEGER PRIMARY KEY,
  planId INTEGER NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind = 'serviceReview' OR kind = 'interimReview' OR kind = 'slaReview' OR kind = 'olaReview' OR kind = 'contractReview' OR kind = 'performanceReview' OR kind = 'monitoring' OR kind = 'satisfaction'),
  partyId INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  interval TEXT NOT NULL CHECK (interval GLOB '[0-9]*'),
  approvedBy TEXT NOT NULL CHECK (approvedBy <> ''),
  approvedOn TEXT NOT NULL CHECK (approvedOn IS date(approvedOn, '+0 days')),
  validFrom TEXT CHECK (validFrom IS date(validFrom, '+0 days')),
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days')),
  duePolicy TEXT CHECK (duePolicy = 'rolling' OR duePolicy = 'anchored'),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = planId)
) STRICT;

CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE policyRevision (
  id INTEGER PRIMARY KEY,
  policyId INTEGER NOT NULL REFERENCES policy (id),
  sha256 TEXT NOT NULL CHECK (sha256 <> ''),
  content TEXT NOT NULL CHECK (content <> ''),
  approvedBy TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = policyId)
) STRICT;

CREATE TABLE processEvaluation (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE processEvaluationRevision (
  id INTEGER PRIMARY KEY,
  processEvaluationId INTEGER NOT NULL REFERENCES processEvaluation (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  process TEXT NOT NULL CHECK (process <> ''),
  evaluatedOn TEXT NOT NULL CHECK (evaluatedOn IS date(evaluatedOn, '+0 days')),
  result TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = processEvaluationId)
) STRICT;

CREATE TABLE proof (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE proofDecision (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE proofDecisionRevision (
  id INTEGER PRIMARY KEY,
  proofDecisionId INTEGER NOT NULL REFERENCES proofDecision (id),
  proofId INTEGER NOT NULL REFERENCES proof (id),
  isAccepted INTEGER NOT NULL CHECK (isAccepted = 0 OR isAccepted = 1),
  decidedOn TEXT NOT NULL CHECK (decidedOn IS date(decidedOn, '+0 days')),
  decidedBy TEXT NOT NULL CHECK (decidedBy <> ''),
  reason TEXT,
  resubmitBy TEXT CHECK (resubmitBy IS date(resubmitBy, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = proofDecisionId)
) STRICT;

CREATE TABLE proofRevision (
  id INTEGER PRIMARY KEY,
  proofId INTEGER NOT NULL REFERENCES proof (id),
  kind TEXT NOT NULL CHECK (kind = 'serviceReport' OR kind = 'iso27001' OR kind = 'iso20000' OR kind = 'iso22301' OR kind = 'iso9001' OR kind = 'soc1' OR kind = 'soc2' OR kind = 'bridgeLetter' OR kind = 'penetrationTest' OR kind = 'continuityTest' OR kind = 'insurance' OR kind = 'financial' OR kind = 'audit' OR kind = 'subSupplierControl' OR kind = 'subSupplierList' OR kind = 'minutes' OR kind = 'other'),
  title TEXT NOT NULL CHECK (title <> ''),
  partyId INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  obligationId INTEGER REFERENCES obligation (id),
  dueOn TEXT CHECK (dueOn IS date(dueOn, '+0 days')),
  receivedOn TEXT NOT NULL CHECK (receivedOn IS date(receivedOn, '+0 days')),
  issuer TEXT,
  subject TEXT,
  scope TEXT,
  number TEXT,
  validFrom TEXT CHECK (validFrom IS date(validFrom, '+0 days')),
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days')),
  periodStart TEXT CHECK (periodStart IS date(periodStart, '+0 days')),
  periodEnd TEXT CHECK (periodEnd IS date(periodEnd, '+0 days')),
  sha256 TEXT,
  messageId TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = proofId)
) STRICT;

CREATE TABLE recording (
  id INTEGER PRIMARY KEY,
  recordedAt TEXT NOT NULL CHECK (recordedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*Z'),
  entryId INTEGER NOT NULL REFERENCES journalEntry (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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

CREATE TABLE reportIssue (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE reportIssueRevision (
  id INTEGER PRIMARY KEY,
  reportIssueId INTEGER NOT NULL REFERENCES reportIssue (id),
  reportSpecificationId INTEGER NOT NULL REFERENCES reportSpecification (id),
  periodStart TEXT NOT NULL CHECK (periodStart IS date(periodStart, '+0 days')),
  issuedOn TEXT NOT NULL CHECK (issuedOn IS date(issuedOn, '+0 days')),
  recipients TEXT,
  sha256 TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = reportIssueId)
) STRICT;

CREATE TABLE reportSpecification (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE reportSpecificationRevision (
  id INTEGER PRIMARY KEY,
  reportSpecificationId INTEGER NOT NULL REFERENCES reportSpecification (id),
  kind TEXT NOT NULL CHECK (kind = 'service' OR kind = 'complaints' OR kind = 'other'),
  title TEXT NOT NULL CHECK (title <> ''),
  agreementId INTEGER REFERENCES agreement (id),
  partyId INTEGER REFERENCES party (id),
  window TEXT NOT NULL CHECK (window = 'month' OR window = 'quarter' OR window = 'halfYear' OR window = 'year'),
  startsOn TEXT NOT NULL CHECK (startsOn IS date(startsOn, '+0 days')),
  dueOffset TEXT CHECK (dueOffset GLOB '[0-9]*'),
  recipients TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = reportSpecificationId)
) STRICT;

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE reviewRevision (
  id INTEGER PRIMARY KEY,
  reviewId INTEGER NOT NULL REFERENCES review (id),
  kind TEXT NOT NULL CHECK (kind = 'service' OR kind = 'interim' OR kind = 'sla' OR kind = 'ola' OR kind = 'contract' OR kind = 'performance' OR kind = 'exit' OR kind = 'management'),
  partyId INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  plannedOn TEXT CHECK (plannedOn IS date(plannedOn, '+0 days')),
  heldOn TEXT CHECK (heldOn IS date(heldOn, '+0 days')),
  periodStart TEXT CHECK (periodStart IS date(periodStart, '+0 days')),
  periodEnd TEXT CHECK (periodEnd IS date(periodEnd, '+0 days')),
  chair TEXT,
  result TEXT,
  minutesIssuedOn TEXT CHECK (minutesIssuedOn IS date(minutesIssuedOn, '+0 days')),
  minutesSha256 TEXT,
  approvedBy TEXT,
  nextOn TEXT CHECK (nextOn IS date(nextOn, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = reviewId)
) STRICT;

CREATE TABLE risk (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE riskAcceptance (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE riskAcceptanceRevision (
  id INTEGER PRIMARY KEY,
  riskAcceptanceId INTEGER NOT NULL REFERENCES riskAcceptance (id),
  riskId INTEGER NOT NULL REFERENCES risk (id),
  acceptedBy TEXT NOT NULL CHECK (acceptedBy <> ''),
  acceptedOn TEXT NOT NULL CHECK (acceptedOn IS date(acceptedOn, '+0 days')),
  expiresOn TEXT NOT NULL CHECK (expiresOn IS date(expiresOn, '+0 days')),
  reason TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = riskAcceptanceId)
) STRICT;

CREATE TABLE riskRevision (
  id INTEGER PRIMARY KEY,
  riskId INTEGER NOT NULL REFERENCES risk (id),
  title TEXT NOT NULL CHECK (title <> ''),
  partyId INTEGER REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  serviceId INTEGER REFERENCES service (id),
  owner TEXT,
  state TEXT CHECK (state = 'open' OR state = 'closed'),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = riskId)
) STRICT;

CREATE TABLE scheme (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE securityTerms (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE securityTermsRevision (
  id INTEGER PRIMARY KEY,
  securityTermsId INTEGER NOT NULL REFERENCES securityTerms (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  dataClass TEXT NOT NULL CHECK (dataClass = 'none' OR dataClass = 'internal' OR dataClass = 'personal' OR dataClass = 'critical'),
  agreedOn TEXT CHECK (agreedOn IS date(agreedOn, '+0 days')),
  terms TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = securityTermsId)
) STRICT;

CREATE TABLE selection (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE selectionRevision (
  id INTEGER PRIMARY KEY,
  selectionId INTEGER NOT NULL REFERENCES selection (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  agreementId INTEGER REFERENCES agreement (id),
  kind TEXT NOT NULL CHECK (kind = 'selection' OR kind = 'reEvaluation'),
  criteria TEXT,
  scores TEXT,
  decidedOn TEXT NOT NULL CHECK (decidedOn IS date(decidedOn, '+0 days')),
  decidedBy TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = selectionId)
) STRICT;

CREATE TABLE service (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE serviceAcceptance (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE serviceAcceptanceRevision (
  id INTEGER PRIMARY KEY,
  serviceAcceptanceId INTEGER NOT NULL REFERENCES serviceAcceptance (id),
  serviceId INTEGER NOT NULL REFERENCES service (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  agreedOn TEXT NOT NULL CHECK (agreedOn IS date(agreedOn, '+0 days')),
  evidence TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = serviceAcceptanceId)
) STRICT;

CREATE TABLE serviceRevision (
  id INTEGER PRIMARY KEY,
  serviceId INTEGER NOT NULL REFERENCES service (id),
  name TEXT NOT NULL CHECK (name <> ''),
  description TEXT,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL, sourceId INTEGER REFERENCES batchSource (id), line INTEGER, record INTEGER, liveFrom TEXT CHECK (liveFrom IS date(liveFrom, '+0 days')), liveThrough TEXT CHECK (liveThrough IS date(liveThrough, '+0 days')),
  CHECK (id >> 20 = serviceId)
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key <> ''),
  value TEXT NOT NULL,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
, sourceId INTEGER REFERENCES batchSource (id), line INTEGER, record INTEGER) STRICT;

CREATE TABLE signature (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE signatureRevision (
  id INTEGER PRIMARY KEY,
  signatureId INTEGER NOT NULL REFERENCES signature (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  signedOn TEXT CHECK (signedOn IS date(signedOn, '+0 days')),
  signedBy TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = signatureId)
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

CREATE TABLE stakeholderConfirmation (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE stakeholderConfirmationRevision (
  id INTEGER PRIMARY KEY,
  stakeholderConfirmationId INTEGER NOT NULL REFERENCES stakeholderConfirmation (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  confirmedOn TEXT NOT NULL CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  confirmedBy TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = stakeholderConfirmationId)
) STRICT;

CREATE TABLE supply (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE supplyChain (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE supplyChainRevision (
  id INTEGER PRIMARY KEY,
  supplyChainId INTEGER NOT NULL REFERENCES supplyChain (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  serviceId INTEGER REFERENCES service (id),
  rank INTEGER NOT NULL CHECK (rank >= 0),
  supplierId INTEGER NOT NULL REFERENCES party (id),
  recipientId INTEGER REFERENCES party (id),
  role TEXT,
  validFrom TEXT CHECK (validFrom IS date(validFrom, '+0 days')),
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days')),
  approvedOn TEXT CHECK (approvedOn IS date(approvedOn, '+0 days')),
  confirmedOn TEXT CHECK (confirmedOn IS date(confirmedOn, '+0 days')),
  country TEXT,
  handlesData INTEGER CHECK (handlesData = 0 OR handlesData = 1),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = supplyChainId)
) STRICT;

CREATE TABLE supplyRevision (
  id INTEGER PRIMARY KEY,
  supplyId INTEGER NOT NULL REFERENCES supply (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  serviceId INTEGER REFERENCES service (id),
  componentId INTEGER REFERENCES component (id),
  process TEXT,
  share TEXT CHECK (share GLOB '*[0-9]'),
  accountableId INTEGER REFERENCES person (id),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = supplyId)
) STRICT;

CREATE TABLE survey (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE surveyResponse (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE surveyResponseRevision (
  id INTEGER PRIMARY KEY,
  surveyResponseId INTEGER NOT NULL REFERENCES surveyResponse (id),
  surveyId INTEGER NOT NULL REFERENCES survey (id),
  partyId INTEGER REFERENCES party (id),
  segment TEXT,
  invited INTEGER CHECK (invited >= 0),
  answered INTEGER NOT NULL CHECK (answered >= 0),
  score TEXT CHECK (score GLOB '*[0-9]'),
  comment TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = surveyResponseId)
) STRICT;

CREATE TABLE surveyRevision (
  id INTEGER PRIMARY KEY,
  surveyId INTEGER NOT NULL REFERENCES survey (id),
  partyId INTEGER REFERENCES party (id),
  serviceId INTEGER REFERENCES service (id),
  periodStart TEXT NOT NULL CHECK (periodStart IS date(periodStart, '+0 days')),
  periodEnd TEXT NOT NULL CHECK (periodEnd IS date(periodEnd, '+0 days')),
  population INTEGER CHECK (population >= 0),
  invited INTEGER CHECK (invited >= 0),
  closedOn TEXT CHECK (closedOn IS date(closedOn, '+0 days')),
  score TEXT CHECK (score GLOB '*[0-9]'),
  target TEXT CHECK (target GLOB '*[0-9]'),
  analysedOn TEXT CHECK (analysedOn IS date(analysedOn, '+0 days')),
  conclusions TEXT,
  noActionBecause TEXT,
  reportedOn TEXT CHECK (reportedOn IS date(reportedOn, '+0 days')),
  improvementId INTEGER REFERENCES improvement (id),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = surveyId)
) STRICT;

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE targetRevision (
  id INTEGER PRIMARY KEY,
  targetId INTEGER NOT NULL REFERENCES target (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  serviceId INTEGER REFERENCES service (id),
  componentId INTEGER REFERENCES component (id),
  title TEXT NOT NULL CHECK (title <> ''),
  metric TEXT NOT NULL CHECK (metric = 'availability' OR metric = 'responseInTime' OR metric = 'resolutionInTime' OR metric = 'resolutionTime' OR metric = 'deliveryOnTime' OR metric = 'defectRate' OR metric = 'firstTimeFix' OR metric = 'changeSuccess' OR metric = 'reportOnTime' OR metric = 'certificateCover' OR metric = 'invoiceAccuracy' OR metric = 'backlogAge' OR metric = 'satisfaction' OR metric = 'spend' OR metric = 'other'),
  comparison TEXT NOT NULL CHECK (comparison = 'atLeast' OR comparison = 'atMost' OR comparison = 'between'),
  value TEXT NOT NULL CHECK (value GLOB '*[0-9]'),
  upper TEXT CHECK (upper GLOB '*[0-9]'),
  unit TEXT,
  priority TEXT,
  timeLimit TEXT CHECK (timeLimit GLOB '[0-9]*'),
  window TEXT NOT NULL CHECK (window = 'month' OR window = 'quarter' OR window = 'halfYear' OR window = 'year'),
  calendar TEXT,
  weight TEXT CHECK (weight GLOB '*[0-9]'),
  floor TEXT CHECK (floor GLOB '*[0-9]'),
  isMandatory INTEGER CHECK (isMandatory = 0 OR isMandatory = 1),
  validFrom TEXT CHECK (validFrom IS date(validFrom, '+0 days')),
  validThrough TEXT CHECK (validThrough IS date(validThrough, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = targetId)
) STRICT;

CREATE TABLE tierAssessment (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE tierAssessmentRevision (
  id INTEGER PRIMARY KEY,
  tierAssessmentId INTEGER NOT NULL REFERENCES tierAssessment (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  impact INTEGER NOT NULL CHECK (impact >= 0),
  risk INTEGER NOT NULL CHECK (risk >= 0),
  overrideTier TEXT CHECK (overrideTier = 'strategic' OR overrideTier = 'tactical' OR overrideTier = 'operational' OR overrideTier = 'commodity'),
  overrideReason TEXT,
  isCritical INTEGER CHECK (isCritical = 0 OR isCritical = 1),
  underDora INTEGER CHECK (underDora = 0 OR underDora = 1),
  underNis2 INTEGER CHECK (underNis2 = 0 OR underNis2 = 1),
  assessedOn TEXT NOT NULL CHECK (assessedOn IS date(assessedOn, '+0 days')),
  assessedBy TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = tierAssessmentId)
) STRICT;

CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE topicRevision (
  id INTEGER PRIMARY KEY,
  topicId INTEGER NOT NULL REFERENCES topic (id),
  reviewId INTEGER NOT NULL REFERENCES review (id),
  kind TEXT NOT NULL CHECK (kind = 'performance' OR kind = 'outcome' OR kind = 'scope' OR kind = 'agreement' OR kind = 'needs' OR kind = 'businessChange' OR kind = 'complaints' OR kind = 'satisfaction' OR kind = 'obligations' OR kind = 'contentItems' OR kind = 'price' OR kind = 'security' OR kind = 'risk' OR kind = 'tier' OR kind = 'exitPlan' OR kind = 'other'),
  outcome TEXT,
  demand TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = topicId)
) STRICT;

CREATE TABLE userGroup (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE userGroupRevision (
  id INTEGER PRIMARY KEY,
  userGroupId INTEGER NOT NULL REFERENCES userGroup (id),
  partyId INTEGER NOT NULL REFERENCES party (id),
  name TEXT NOT NULL CHECK (name <> ''),
  serviceId INTEGER REFERENCES service (id),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = userGroupId)
) STRICT;

CREATE TABLE voiding (
  kind TEXT NOT NULL,
  recordId INTEGER NOT NULL,
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (kind, recordId, recordingId)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiver (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE waiverRevision (
  id INTEGER PRIMARY KEY,
  waiverId INTEGER NOT NULL REFERENCES waiver (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  subjectKind TEXT NOT NULL CHECK (subjectKind = 'party' OR subjectKind = 'agreement' OR subjectKind = 'service' OR subjectKind = 'organization'),
  subject TEXT,
  approver TEXT NOT NULL CHECK (approver <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  validFrom TEXT NOT NULL CHECK (validFrom IS date(validFrom, '+0 days')),
  expiresOn TEXT NOT NULL CHECK (expiresOn IS date(expiresOn, '+0 days')),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = waiverId)
) STRICT;

CREATE TABLE workloadLimit (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE workloadLimitRevision (
  id INTEGER PRIMARY KEY,
  workloadLimitId INTEGER NOT NULL REFERENCES workloadLimit (id),
  agreementId INTEGER NOT NULL REFERENCES agreement (id),
  serviceId INTEGER REFERENCES service (id),
  metric TEXT NOT NULL CHECK (metric <> ''),
  value TEXT NOT NULL CHECK (value GLOB '*[0-9]'),
  unit TEXT,
  window TEXT NOT NULL CHECK (window = 'month' OR window = 'quarter' OR window = 'halfYear' OR window = 'year'),
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = workloadLimitId)
) STRICT;

CREATE TABLE workloadMeasurement (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL
) STRICT;

CREATE TABLE workloadMeasurementRevision (
  id INTEGER PRIMARY KEY,
  workloadMeasurementId INTEGER NOT NULL REFERENCES workloadMeasurement (id),
  workloadLimitId INTEGER NOT NULL REFERENCES workloadLimit (id),
  periodStart TEXT NOT NULL CHECK (periodStart IS date(periodStart, '+0 days')),
  periodEnd TEXT NOT NULL CHECK (periodEnd IS date(periodEnd, '+0 days')),
  actual TEXT CHECK (actual GLOB '*[0-9]'),
  note TEXT,
  -- Null for a person's entry, else the source and the place in it.
  sourceId INTEGER REFERENCES batchSource (id),
  line INTEGER,
  record INTEGER,
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  recordingId INTEGER NOT NULL REFERENCES recording (id),
  sequence INTEGER NOT NULL,
  CHECK (id >> 20 = workloadMeasurementId)
) STRICT;

CREATE INDEX absenceByPerson ON absence (personId);

CREATE UNIQUE INDEX agreementByReference ON agreement (reference) WHERE isVoided = 0;

CREATE INDEX agreementMentionByName ON agreementMention (kind, name);

CREATE INDEX assignmentByAgreement ON assignment (agreementId);

CREATE INDEX assignmentByParty ON assignment (partyId);

CREATE INDEX calendarExceptionByCalendar ON calendarException (calendarReference, day);

CREATE INDEX complaintByMessageId ON complaintRevision (messageId);

CREATE INDEX complaintStepByComplaint ON complaintStepRevision (complaintId);

CREATE INDEX complaintStepByMessageId ON complaintStepRevision (messageId);

CREATE INDEX contactByParty ON contact (partyId);

CREATE INDEX mailMessageByComplaint ON mailMessageRevision (complaintId);

CREATE INDEX mailMessageByContentKey ON mailMessageRevision (contentKey);

CREATE INDEX mailMessageByIdentityKey ON mailMessageRevision (identityKey);

CREATE INDEX mailMessageByMessageId ON mailMessageRevision (messageId);

CREATE INDEX mailMessageBySha256 ON mailMessageRevision (sha256);

CREATE INDEX mailMessageWaiting ON mailMessageRevision (state)
  WHERE state = 'arrived' OR state = 'waiting';

CREATE INDEX outboxMailByMessageId ON outboxMailRevision (messageId);

CREATE INDEX outboxMailByRecipients ON outboxMailRevision (recipients);

CREATE INDEX partyIdentifierByParty ON partyIdentifier (partyId);

CREATE INDEX partyNameByKey ON partyName (nameKey, partyId);

CREATE INDEX partyRoleByParty ON partyRole (partyId);

CREATE INDEX settingByKey ON setting (key, effectiveOn);
