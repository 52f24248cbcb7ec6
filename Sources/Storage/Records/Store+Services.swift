public import Model

/// A service of ours.
public struct NewService: Sendable {
  /// Our reference; no service has or had it.
  public var reference: String
  /// The name.
  public var name: String
  /// What it is, or nil.
  public var description: String?
  /// The day from which the entry holds.
  public var effectiveOn: CivilDay

  /// Makes a service.
  public init(
    reference: String,
    name: String,
    description: String? = nil,
    effectiveOn: CivilDay
  ) {
    self.reference = reference
    self.name = name
    self.description = description
    self.effectiveOn = effectiveOn
  }
}

extension Store {
  /// Enters a service.
  ///
  /// - Throws: ``InvalidRecord``; ``StoreError/notAllowed(_:)`` for a reference that is taken.
  public func addService(_ new: NewService, _ request: WriteRequest) throws {
    var check = RecordCheck()
    check.require(new.reference, "reference")
    check.require(new.name, "name")
    try check.finish()
    try change(request, ["reference": new.reference, "name": new.name]) { session in
      let id = try session.make("service", new.reference)
      try session.insert(
        "serviceRevision",
        [
          .integer(try session.nextRevision("service", of: id)), .integer(id), .text(new.name),
          StoredValue(new.description),
          .text(new.effectiveOn.description),
        ]
      )
    }
  }
}
