/// How far a mailbox has been fetched, to be stored with the mails.
public struct FetchState: Sendable, Equatable, Codable {
  /// The number under which the UIDs are valid.
  public var uidValidity: UInt32
  /// All mails up to this UID are stored and flagged or moved.
  public var lastUID: UInt32
  /// Mails beyond ``lastUID`` that are stored and may still have to be flagged or moved, in
  /// the order of storing.
  public var unfinished: [FetchedVerdict]

  /// Makes a state.
  public init(uidValidity: UInt32, lastUID: UInt32 = 0, unfinished: [FetchedVerdict] = []) {
    self.uidValidity = uidValidity
    self.lastUID = lastUID
    self.unfinished = unfinished
  }
}

/// What came of one mail.
public struct FetchedVerdict: Sendable, Equatable, Codable {
  /// Its number in the mailbox.
  public var uid: UInt32
  /// Whether it could be read; otherwise it goes to the mailbox for failed ones.
  public var isReadable: Bool

  /// Makes a verdict.
  public init(uid: UInt32, isReadable: Bool) {
    self.uid = uid
    self.isReadable = isReadable
  }
}
