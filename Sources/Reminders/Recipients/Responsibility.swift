import Model

/// Who of us answers for a thing on a day, and who stands above.
struct Responsibility {
  private let search: OwnerSearch
  private let organization: OrganizationFile
  private let day: CivilDay

  init(_ search: OwnerSearch, _ organization: OrganizationFile, on day: CivilDay) {
    self.search = search
    self.organization = organization
    self.day = day
  }

  /// Who answers for it, and the deputy; nil if nobody does.
  var owner: (person: OrganizationFile.Person, deputy: Int64?)? {
    if let person = search.person.flatMap(person) ?? named { return (person, nil) }
    for role in search.roles {
      if let found = holder(of: role) { return found }
    }
    return nil
  }

  /// The lead of whoever answered for it last, or nil.
  var formerLead: OrganizationFile.Person? {
    let past = (search.assignments + organization.assignments).filter { facts in
      search.roles.contains { $0.rawValue == facts.role } && fits(facts)
        && facts.validThrough.map { $0 < day } ?? false
    }
    let last = past.max { ($0.validThrough ?? .last) < ($1.validThrough ?? .last) }
    return last.flatMap { person($0.person)?.lead }.flatMap(person)
  }

  /// Who has a role: for the agreement, else for the party, else for all; the one who has had it
  /// longest.
  func holder(
    of role: OwnerSearch.Role
  ) -> (person: OrganizationFile.Person, deputy: Int64?)? {
    let holding = search.assignments.filter { $0.role == role.rawValue && $0.holds(on: day) }
    let all = organization.assignments.filter { $0.role == role.rawValue && $0.holds(on: day) }
    let ranks = [
      holding.filter { $0.agreement != nil && $0.agreement == search.agreement },
      holding.filter { $0.agreement == nil }, all,
    ]
    for assignments in ranks {
      let known = assignments.compactMap { facts in person(facts.person).map { ($0, facts) } }
      if let first = known.min(by: { $0.1.validFrom < $1.1.validFrom }) {
        return (first.0, first.1.deputy)
      }
    }
    return nil
  }

  /// The person with a number, or nil.
  func person(_ id: Int64) -> OrganizationFile.Person? {
    organization.people.first { $0.id == id }
  }

  private var named: OrganizationFile.Person? {
    search.named.flatMap { name in
      organization.people.first { $0.reference == name || $0.name == name }
    }
  }

  private func fits(_ facts: AssignmentFacts) -> Bool {
    facts.agreement == nil || facts.agreement == search.agreement
  }
}
