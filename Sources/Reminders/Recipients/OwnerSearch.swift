import Model

/// How to find who of us answers for something.
struct OwnerSearch: Sendable {
  /// A role that people are assigned to.
  enum Role: String, Sendable {
    case relationshipManager, contractManager, serviceManager, complaintHandler
    case headOfServiceManagement, topManagement
  }

  /// The roles that answer for it, the first one that somebody has.
  let roles: [Role]
  /// Who of us answers for the party and its agreements.
  var assignments: [AssignmentFacts] = []
  /// The number of the agreement; nil for what is about the party.
  var agreement: Int64?
  /// The number of the person named in the record; outranks the roles.
  var person: Int64?
  /// The name or reference of the person in the record, if it only has that.
  var named: String?

  /// Looks in the assignments of a party, for one of its agreements if one is given.
  init(_ roles: Role..., in file: RelationshipFile, _ agreement: AgreementFile? = nil) {
    self.roles = roles
    assignments = file.assignments
    self.agreement = agreement?.id
  }

  /// Looks in the assignments of the organisation alone.
  init(_ roles: Role...) { self.roles = roles }

  /// The same with the person whom a record names by number.
  func naming(person: Int64?) -> Self {
    var copy = self
    copy.person = person
    return copy
  }

  /// The same with the person whom a record names by name or reference.
  func naming(_ name: String?) -> Self {
    var copy = self
    copy.named = name
    return copy
  }
}
