import ArgumentParser
import Intake
import Model
import Reporting
import Storage

/// Says what came of mails that were taken.
struct MailTold {
  private let kept: [KeptMail]

  init(_ kept: [KeptMail]) { self.kept = kept }

  /// Says how many there are, and shows each if a format is wanted.
  func tell(_ store: Store, _ format: OutputFormat?, isQuiet: Bool) throws {
    try store.readLatest { reader in
      if !isQuiet { standardError(try sentence(reader)) }
      guard let format else { return }
      let mails = try kept.compactMap { try reader.record(MailMessage.self, $0.reference) }
      var options = try FormatOptions.parse([])
      options.format = format
      try MailTable(reader).listing("Mails", mails).show(options, .current())
    }
  }

  private func sentence(_ reader: Reader) throws -> String {
    let new = kept.filter(\.isNew)
    var counts: [MailMessage.State: Int] = [:]
    for mail in new {
      guard let record = try reader.record(MailMessage.self, mail.reference) else { continue }
      counts[record.state, default: 0] += 1
    }
    var parts = MailMessage.State.allCases.compactMap { state in
      counts[state].map { "\($0) \(Self.words(state, $0))" }
    }
    let again = kept.count - new.count
    if again > 0 { parts.append("\(again) \(again == 1 ? "was" : "were") there before") }
    let total = RemindJob.count(kept.count, "mail")
    return parts.isEmpty ? "Took \(total)." : "Took \(total): \(parts.joined(separator: ", "))."
  }

  private static func words(_ state: MailMessage.State, _ count: Int) -> String {
    let isOne = count == 1
    switch state {
    case .arrived: return isOne ? "is kept and not yet read" : "are kept and not yet read"
    case .waiting: return isOne ? "waits for a person" : "wait for a person"
    case .settled: return isOne ? "is settled" : "are settled"
    case .accepted, .discarded: return state.rawValue
    case .duplicate: return isOne ? "repeats another" : "repeat others"
    case .quarantined: return isOne ? "is set aside" : "are set aside"
    }
  }
}
