extension MessagePart {
  /// The groups of fields of a report in a form for machines, in their order.
  ///
  /// For `message/delivery-status` (RFC 3464) the first group is about the message, each other one
  /// about a recipient. Of the same form are `message/disposition-notification` (RFC 8098),
  /// `message/feedback-report` (RFC 5965), `message/tracking-status` (RFC 3886) and their
  /// `global-` variants (RFC 6533). Empty for every other type. At most as many groups are read as
  /// `limit` says.
  public func fieldGroups(limit: Int = 1_000) -> [HeaderFields] {
    guard mediaType.type == "message", Self.reports.contains(mediaType.subtype) else { return [] }
    var rest = decoded().bytes[...]
    var groups: [HeaderFields] = []
    while groups.count < limit, !rest.isEmpty {
      let block = HeaderReader.read(rest, limits: .init())
      if !block.fields.isEmpty { groups.append(block.fields) }
      let isStuck = block.bodyStart == rest.startIndex
      rest = isStuck ? Self.withoutLine(rest) : rest[block.bodyStart...]
    }
    return groups
  }

  private static let reports: Set = [
    "delivery-status", "global-delivery-status", "disposition-notification",
    "global-disposition-notification", "feedback-report", "tracking-status",
  ]

  private static func withoutLine(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var lines = LineReader(bytes)
    guard let line = lines.next() else { return [] }
    return bytes[line.next...]
  }

  /// The fields of a returned message of which only the header block came back: the body of
  /// `text/rfc822-headers` (RFC 6522, 4) or `message/global-headers` (RFC 6533, 5.4); nil for
  /// every other type.
  public func returnedFields() -> HeaderFields? {
    guard ["text/rfc822-headers", "message/global-headers"].contains(mediaType.essence) else {
      return nil
    }
    let bytes = decoded().bytes[...].drop(while: \.isSpace)
    return HeaderReader.read(bytes, limits: .init()).fields
  }
}
