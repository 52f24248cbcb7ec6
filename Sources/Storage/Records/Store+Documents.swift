public import Importing
public import Model

/// A document of an agreement whose content the store keeps.
public struct NewDocument: Sendable {
  /// The agreement's reference.
  public var agreement: String
  /// The title; a document of the same title takes its place.
  public var title: String
  /// Where the document came from, such as a path; nil if that does not matter.
  public var address: String?
  /// The day from which the entry holds.
  public var effectiveOn: CivilDay

  /// Makes a document.
  public init(
    agreement: String,
    title: String,
    address: String? = nil,
    effectiveOn: CivilDay
  ) {
    self.agreement = agreement
    self.title = title
    self.address = address
    self.effectiveOn = effectiveOn
  }
}

extension Store {
  /// Keeps a file as a document of an agreement.
  ///
  /// The bytes are read through `open` after the digest was made of them.
  ///
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)``; a ``Problem`` if the
  ///   bytes are not those of the digest.
  public func attachDocument(
    _ new: NewDocument,
    _ digest: OriginalDigest,
    _ request: WriteRequest,
    open: () throws -> any ByteSource
  ) throws {
    var check = RecordCheck()
    check.require(new.title, "title")
    try check.finish()
    let payload = [
      "agreement": new.agreement, "title": new.title, "address": new.address,
      "sha256": digest.hexadecimal,
    ]
    try change(request, payload) { session in
      let agreement = try session.agreement(new.agreement)
      let original = try session.keepOriginal(digest, open)
      try session.insert(
        "agreementMention",
        [
          .integer(agreement), .text("document"), .text(new.title), .integer(1),
          StoredValue(new.address), .null, .null, .null, .integer(original), .null, .null,
          .null, .text(new.effectiveOn.description),
        ]
      )
    }
  }
}
