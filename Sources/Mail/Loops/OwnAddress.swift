/// An own address for one subject, such as `office+mnqxgzi-k3vq….@example.org` (RFC 5233).
///
/// The subject, for example the reference of a complaint, stands in it with a signature, so that
/// an answer to the address finds its way without further words.
public struct OwnAddress: Sendable, Hashable {
  /// The longest local part (RFC 5321, 4.5.3.1.1).
  private static let longestLocalPart = 64

  /// What the address is for, as the program names it.
  public let subject: String

  /// Makes the address for a subject.
  public init(subject: String) { self.subject = subject }

  /// The address with the mailbox's own local part and domain around it.
  ///
  /// The result is nil if the subject is empty or the local part would have more than 64 bytes;
  /// the mail then goes out with its plain address and is found again by its id.
  public func written(localPart: String, domain: String, key: MailKey) -> MailAddress? {
    let signature = key.signature(.address, [subject])
    let detail = "\(Base32.encoded(Array(subject.utf8)))-\(signature)"
    let local = "\(localPart)+\(detail)"
    guard !subject.isEmpty, local.utf8.count <= Self.longestLocalPart else { return nil }
    return MailAddress(localPart: local, domain: domain)
  }

  /// Reads an address; nil if it is not one of ours, or its signature is not right.
  public init?(_ address: MailAddress, key: MailKey) {
    guard let plus = address.localPart.firstIndex(of: "+") else { return nil }
    let detail = address.localPart[address.localPart.index(after: plus)...]
    let parts = detail.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let bytes = Base32.decoded(parts[0]), !bytes.isEmpty,
      let subject = String(validating: bytes, as: UTF8.self),
      key.isSignature(String(parts[1]), .address, [subject])
    else { return nil }
    self.subject = subject
  }
}
