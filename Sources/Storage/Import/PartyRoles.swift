import GRDB
import Model

/// Gives parties the roles that their agreements show: customer or supplier.
final class PartyRoles {
  private let session: WriteSession
  private let known: RawStatement
  private var seen: Set<Int64> = []

  init(_ session: WriteSession) throws {
    self.session = session
    known = try RawStatement(
      session.database,
      """
      SELECT 1 FROM partyRole WHERE partyId = ? AND role = ? AND NOT EXISTS (
        SELECT 1 FROM voiding WHERE kind = 'partyRole' AND recordId = partyRole.id)
      """
    )
  }

  /// Notes that the party takes part in an agreement in a role; ourselves get none.
  func note(_ party: Int64, _ role: AgreementPartyRole, isOwn: Bool, _ source: FactSource) throws {
    guard !isOwn, role != .signatory else { return }
    let isSupplier = role == .supplier
    guard seen.insert(party * 2 + (isSupplier ? 1 : 0)).inserted else { return }
    let name: PartyRole = isSupplier ? .supplier : .customer
    known.bind(1, party)
    known.bind(2, name.rawValue)
    if try known.step() { return known.reset() }
    let writer = try session.writer("partyRole")
    writer.startRow()
    writer.set(0, try nextId())
    writer.set(1, party)
    writer.set(2, name.rawValue)
    source.set(writer, from: 5)
    writer.set(8, PartyDetails.sinceEver)
    try writer.finishRow(session.position())
  }

  private var lastId: Int64?

  private func nextId() throws -> Int64 {
    let id = try lastId.map { $0 + 1 } ?? session.nextId("partyRole")
    lastId = id
    return id
  }
}
