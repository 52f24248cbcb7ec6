import Model
import Rules

/// Where the records that judgements name lie in a pack; empty for what has no row of its own.
enum RecordLinks {
  static func address(of subject: Judgement.Subject, _ writer: PackWriter) -> String {
    switch subject.kind {
    case .party: writer.address("parties", subject.reference)
    case .agreement: writer.address("agreements", subject.reference)
    case .service: writer.address("services", subject.reference)
    case .organization: ""
    }
  }

  static func address(of evidence: Judgement.Evidence, _ writer: PackWriter) -> String {
    switch evidence.kind {
    case "party": return writer.address("parties", evidence.reference)
    case "agreement": return writer.address("agreements", evidence.reference)
    default:
      guard let type = RecordType.filed.first(where: { $0.name == evidence.kind }) else {
        return ""
      }
      return writer.address(type.plural, evidence.reference)
    }
  }
}
