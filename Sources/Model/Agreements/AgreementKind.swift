/// What sort of agreement it is.
///
/// The raw values are those of the field `kind`.
public enum AgreementKind: String, Sendable, CaseIterable {
  /// With an external supplier.
  case contract
  /// Service level agreement with a customer.
  case sla
  /// Operational level agreement with an internal supplier.
  case ola
  /// With a customer acting as a supplier.
  case customerSupply
}

/// How an agreement stands to others.
///
/// The raw values are those of the field `structure`.
public enum AgreementStructure: String, Sendable, CaseIterable {
  /// Stands for itself.
  case standalone
  /// Others are concluded under it.
  case overarching
  /// Concluded under another one.
  case subsequent
}

/// How closely a supplier is managed, closest first.
///
/// The four tiers are those of ITIL, Service Design (2011), 4.8. The raw values are those of the
/// field `tier`.
public enum Tier: String, Sendable, CaseIterable {
  /// Senior management meets it often.
  case strategic
  /// Middle management reviews it regularly.
  case tactical
  /// Operational management reviews it now and then.
  case operational
  /// It is easily replaced.
  case commodity
}

/// The part that a party plays in an agreement.
public enum AgreementPartyRole: String, Sendable, CaseIterable {
  /// Pays.
  case buyer
  /// Delivers.
  case supplier
  /// Signs only.
  case signatory
}

/// What a party is to the organisation.
///
/// A party can have several roles.
public enum PartyRole: String, Sendable, CaseIterable {
  /// Agrees and pays for a service.
  case customer
  /// Delivers from outside our larger organisation.
  case supplier
  /// Delivers from our larger organisation, outside the scope.
  case internalSupplier
  /// A customer that also contributes.
  case customerActingAsSupplier
  /// Works for a lead supplier.
  case subSupplier
  /// Supervises or rules.
  case authority
  /// One of our own legal entities.
  case ownEntity
  /// A branch of another party.
  case branch
}
