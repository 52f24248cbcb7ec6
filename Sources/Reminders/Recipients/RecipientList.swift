import Model

/// Builds the list of those to whom a reminder goes.
struct RecipientList {
  private let responsibility: Responsibility
  private let organization: OrganizationFile
  private let day: CivilDay
  private(set) var recipients: [ReminderRecipient] = []
  private(set) var gap: RecipientGap?

  /// Finds those up to a level; a person to whom the thing was handed over takes the owner's place.
  init(
    _ search: OwnerSearch,
    _ level: ReminderLevel,
    handedTo person: Int64?,
    _ organization: OrganizationFile,
    on day: CivilDay
  ) {
    var search = search
    if let person { search = search.naming(person: person) }
    responsibility = Responsibility(search, organization, on: day)
    self.organization = organization
    self.day = day
    fill(level)
    if recipients.isEmpty { gap = .nobody }
  }

  private mutating func fill(_ level: ReminderLevel) {
    if let owner = responsibility.owner {
      add(owner.person, .owner, deputy: owner.deputy)
      if level >= .deputy { owner.deputy.flatMap(responsibility.person).map { add($0, .deputy) } }
      if level >= .lead { addLead(of: owner.person, level) }
    } else {
      gap = .noOwner
      if let lead = responsibility.formerLead { add(lead, .lead) } else { addHead() }
    }
    if level == .managers { addManagers() }
    if level >= .head { addHead() }
    if level >= .top { add(.topManagement, .top) }
  }

  /// The owner's lead; for a complaint also the service manager; the head where there is neither.
  private mutating func addLead(of owner: OrganizationFile.Person, _ level: ReminderLevel) {
    let count = recipients.count
    if let lead = owner.lead.flatMap(responsibility.person) { add(lead, .lead) }
    if recipients.count == count, level == .lead { addHead() }
  }

  private mutating func addManagers() {
    add(.relationshipManager, .managers)
    add(.serviceManager, .managers)
  }

  /// The head of service management; top management where there is none.
  private mutating func addHead() {
    if !add(.headOfServiceManagement, .head) { add(.topManagement, .top) }
  }

  @discardableResult
  private mutating func add(_ role: OwnerSearch.Role, _ level: ReminderLevel) -> Bool {
    guard let found = responsibility.holder(of: role) else { return false }
    add(found.person, level, deputy: found.deputy)
    return true
  }

  /// Adds a person, or who stands in for one who is away; nobody stands twice in the list.
  private mutating func add(
    _ person: OrganizationFile.Person,
    _ level: ReminderLevel,
    deputy: Int64? = nil
  ) {
    var recipient = ReminderRecipient(person, level)
    if let absence = person.absence(on: day),
      let standIn = standIn(for: person, [absence.deputy, deputy, person.lead])
    {
      recipient = ReminderRecipient(standIn, level, standingInFor: person.name)
    }
    guard !recipients.contains(where: { $0.person.id == recipient.person.id }) else { return }
    recipients.append(recipient)
  }

  /// The first of some people who is there on the day; nil if none is.
  private func standIn(
    for person: OrganizationFile.Person,
    _ candidates: [Int64?]
  ) -> OrganizationFile.Person? {
    candidates.lazy.compactMap { $0 }.compactMap(responsibility.person).first {
      $0.id != person.id && $0.absence(on: day) == nil
    }
  }
}
