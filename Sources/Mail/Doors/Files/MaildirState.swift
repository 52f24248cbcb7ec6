/// What a Maildir held when it was read, small enough to be stored with every batch.
///
/// The unique parts of the names are spread over 256 buckets; of each the sum of their digests
/// is kept, about 2 KiB together. A mail that is read, flagged, or moved from `new` to `cur`
/// keeps its unique part and so changes nothing; a mail that comes or goes changes one bucket,
/// and only the mails of changed buckets have to be looked at again.
public struct MaildirState: Sendable, Equatable, Codable {
  /// How many mails there were.
  public private(set) var count = 0
  private var sums = [UInt64](repeating: 0, count: Self.buckets)

  private static let buckets = 256

  init(_ entries: [MaildirEntry]) {
    for entry in entries {
      let digest = NameDigest.of(entry.unique.utf8)
      sums[Self.bucket(digest)] &+= digest
    }
    count = entries.count
  }

  private static func bucket(_ digest: UInt64) -> Int { Int(digest % UInt64(buckets)) }

  /// The entries in buckets that the other state had otherwise.
  func changed(_ entries: [MaildirEntry], since old: MaildirState) -> [MaildirEntry] {
    // A stored state may come from a file that somebody has edited.
    guard old.sums.count == Self.buckets else { return entries }
    return entries.filter { entry in
      let bucket = Self.bucket(NameDigest.of(entry.unique.utf8))
      return sums[bucket] != old.sums[bucket]
    }
  }
}
