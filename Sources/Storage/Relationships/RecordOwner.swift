import Model

/// Finds, in SQL, the agreement and the party that a record belongs to.
///
/// A record belongs to the agreement that it names, else to that of the record that it is a part
/// of; to the party of that agreement, else to the party that it names, else to that of the record
/// that it is a part of.
enum RecordOwner {
  /// The kinds that other records are parts of.
  private static let wholes: Set = [
    "review", "complaint", "survey", "measurement", "target", "workloadLimit", "obligation",
    "proof", "dispute", "risk", "creditRule", "reportSpecification",
  ]

  /// The fields by which a record is a part of others, in order.
  static func parts(of type: RecordType) -> [(field: RecordField, whole: RecordType)] {
    guard type.field("agreement") == nil || !type.fields.contains(where: \.isAgreementNeeded)
    else { return [] }
    return type.fields.compactMap { field in
      guard case .reference(let kind) = field.type, wholes.contains(kind), kind != type.name,
        type.name != "complaint", let whole = RecordType.named(kind)
      else { return nil }
      return (field, whole)
    }
  }

  /// The agreement of a row named `alias`, nil where no record of the kind has one.
  static func agreement(of type: RecordType, _ alias: String) -> String? {
    let own = type.field("agreement").map { _ in "\(alias).agreementId" }
    return coalesce([own] + inherited(type, alias, agreement))
  }

  /// The party of a row named `alias`, nil where no record of the kind has one.
  static func party(of type: RecordType, _ alias: String) -> String? {
    let byAgreement = agreement(of: type, alias).map {
      "(SELECT o.partyId FROM temp.agreementOwner o WHERE o.agreementId = \($0))"
    }
    let own = type.field("party").map { _ in "\(alias).partyId" }
    return coalesce([byAgreement, own] + inherited(type, alias, party))
  }

  private static func inherited(
    _ type: RecordType,
    _ alias: String,
    _ owner: (RecordType, String) -> String?
  ) -> [String?] {
    parts(of: type).map { part in
      let inner = alias + "x"
      return owner(part.whole, inner).map {
        """
        (SELECT \($0) FROM temp.\(part.whole.name)AsOf \(inner)
         WHERE \(inner).id = \(alias).\(part.field.columns[0]))
        """
      }
    }
  }

  private static func coalesce(_ expressions: [String?]) -> String? {
    let known = expressions.compactMap { $0 }
    return known.count > 1 ? "coalesce(\(known.joined(separator: ", ")))" : known.first
  }
}

extension RecordField {
  /// Whether the field is the agreement that every record of the kind names.
  fileprivate var isAgreementNeeded: Bool { name == "agreement" && isRequired }
}
