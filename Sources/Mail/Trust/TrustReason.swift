/// Why a sender is believed or not.
public enum TrustReason: Sendable, Hashable {
  /// The message came over a channel on which the sender had to log in.
  case authenticatedChannel
  /// `From` does not name exactly one domain.
  case noSingleSender(count: Int)
  /// The organisation has not said which server's findings count.
  case noServerConfigured
  /// No field of that server is there.
  case noFieldOfServer(String)
  /// The topmost field of that server cannot be read.
  case unreadable(String)
  /// The server's field has no outcome of a method that counts.
  case nothingChecked
  /// A method had a result for a domain that fits the sender's.
  case aligned(method: String, result: String, domain: String)
  /// A method had a result for a domain that does not fit the sender's.
  case notAligned(method: String, result: String, domain: String)
  /// A method had a result without the domain it speaks of.
  case noDomain(method: String, result: String)
}

extension TrustReason: CustomStringConvertible {
  /// The reason as a sentence.
  public var description: String {
    switch self {
    case .authenticatedChannel: "The sender had to log in to hand the message over."
    case .noSingleSender(let count): "“From” has \(count) senders with a domain, not one."
    case .noServerConfigured: "No mail server is configured whose findings count."
    case .noFieldOfServer(let server): "There is no finding of the mail server “\(server)”."
    case .unreadable(let server): "The latest finding of “\(server)” cannot be read."
    case .nothingChecked: "The mail server checked neither DKIM nor DMARC nor SPF."
    case .aligned(let method, let result, let domain):
      "\(method.uppercased()) gave “\(result)” for \(domain), which fits the sender."
    case .notAligned(let method, let result, let domain):
      "\(method.uppercased()) gave “\(result)” for \(domain), which is not the sender’s domain."
    case .noDomain(let method, let result):
      "\(method.uppercased()) gave “\(result)” without saying for which domain."
    }
  }
}
