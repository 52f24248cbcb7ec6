/// One mail of a mailbox on a server, handed over to be stored.
public struct FetchedMail: Sendable, Equatable {
  /// What the server gave.
  public enum Content: Sendable, Equatable {
    /// The mail as it lies there.
    case bytes([UInt8])
    /// Nothing, because the mail has so many bytes, more than the limit.
    case tooLarge(size: Int)
    /// Nothing, for the reason that the server states.
    case refused(String)
  }

  /// The number under which the UID is valid.
  public var uidValidity: UInt32
  /// Its number in the mailbox.
  public var uid: UInt32
  /// What the server gave.
  public var content: Content
  /// The state before this mail.
  private let before: FetchState

  init(uid: UInt32, content: Content, before: FetchState) {
    uidValidity = before.uidValidity
    self.uid = uid
    self.content = content
    self.before = before
  }

  /// The state to store in the same transaction as the mail.
  ///
  /// - Parameter isReadable: What the caller will say of the mail.
  /// - Returns: The state that says that the mail is stored.
  public func state(isReadable: Bool) -> FetchState {
    var state = before
    state.unfinished.append(FetchedVerdict(uid: uid, isReadable: isReadable))
    return state
  }
}
