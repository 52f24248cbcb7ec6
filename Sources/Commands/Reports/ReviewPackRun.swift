import Foundation
import Model
import Reporting
import Rules
import Storage

/// `liaison report pack review PARTY`.
struct ReviewPackRun {
  /// The word before the party that may be left out.
  static let word = "review"

  /// The party's reference, or a part of the name of one alone.
  let party: String

  /// Shows the agenda on standard output.
  func show(_ options: ReadingOptions) throws {
    try options.read { reader, machine in
      guard let pack = try ReviewPack(try find(reader), try options.judged(reader, machine)) else {
        throw StoreError.notAllowed("\(party) is one of our own units. Name another party.")
      }
      try pack.document(try Self.findings(pack.file, reader, machine)).write(
        as: options.formatOptions.format,
        to: FileDescriptorSink(STDOUT_FILENO),
        options.rendering(reader, machine, title: "")
      )
    }
  }

  /// The number of the party that is meant.
  private func find(_ reader: Reader) throws -> Int64 {
    if let found = try reader.party(party) { return found.id }
    let wanted = NameKey.normalized(party)
    var fitting: [PartyRecord] = []
    try reader.forEachParty {
      if NameKey.normalized($0.name).contains(wanted) { fitting.append($0) }
    }
    guard let first = fitting.first else {
      throw StoreError.unknown(kind: "party", reference: party)
    }
    guard fitting.count == 1 else {
      let names = fitting.prefix(5).map { "\($0.reference) (\($0.name))" }
      throw StoreError.notAllowed(
        "\(party) is in the names of \(fitting.count) parties: \(names.joined(separator: ", "))"
          + "\(fitting.count > 5 ? ", …" : ""). Name one by its reference."
      )
    }
    return first.id
  }

  /// What the rules find about the party and its agreements.
  private static func findings(
    _ file: RelationshipFile,
    _ reader: Reader,
    _ machine: Machine
  ) throws -> [ReviewPack.Finding] {
    let agreements = Set(file.agreements.map(\.reference))
    let result = try CheckRun(Rule.all, edition: nil, subject: nil, keepsAll: false)
      .run(reader, machine)
    return result.outcome.findings.filter { finding in
      let subject = finding.judgement.subject
      return switch subject.kind {
      case .party: subject.reference == file.party.reference
      case .agreement: agreements.contains(subject.reference)
      case .service, .organization: false
      }
    }.map { finding in
      ReviewPack.Finding(
        grade: finding.judgement.grade?.rawValue,
        rule: finding.rule,
        clause: finding.clause,
        subject: finding.judgement.subject.reference,
        due: finding.judgement.due,
        message: finding.judgement.message,
        remediation: finding.remediation
      )
    }
  }
}
