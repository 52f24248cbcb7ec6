import GRDB
import Importing
import Model

/// Keeps what agreements mention: services covered, content items, documents.
final class MentionWriter {
  private let writer: TableWriter
  private let session: WriteSession
  private let current: RawStatement

  init(_ session: WriteSession) throws {
    self.session = session
    writer = try session.writer("agreementMention")
    current = try RawStatement(
      session.database,
      """
      SELECT detail, isPresent FROM agreementMention
      WHERE agreementId = ? AND kind = ? AND name = ? ORDER BY recordingId DESC LIMIT 1
      """
    )
  }

  /// Inserts what the store does not have, or has with another detail.
  func take(
    _ draft: borrowing Draft,
    _ agreement: Int64,
    effectiveOn: CivilDay,
    _ source: FactSource
  ) throws {
    for mention in draft.mentions {
      let name = draft.string(mention.name)
      let detail = mention.detail.map(draft.string)
      guard !name.isEmpty, try !isKnown(agreement, mention.kind.rawValue, name, detail) else {
        continue
      }
      writer.startRow()
      writer.set(0, agreement)
      writer.set(1, mention.kind.rawValue)
      writer.set(2, name)
      writer.set(3, 1)
      writer.set(4, detail)
      source.set(writer, from: 9)
      writer.set(12, effectiveOn.description)
      _ = try writer.insertIfUnique(session.position())
    }
  }

  private func isKnown(
    _ agreement: Int64,
    _ kind: String,
    _ name: String,
    _ detail: String?
  ) throws -> Bool {
    current.bind(1, agreement)
    current.bind(2, kind)
    current.bind(3, name)
    guard try current.step() else { return false }
    defer { current.reset() }
    return current.integer(1) == 1 && current.optionalText(0) == detail
  }
}
