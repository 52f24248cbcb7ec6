/// How the program shows a mail server who it is.
public enum MailCredentials: Sendable, Equatable {
  /// It does not.
  case none
  /// By a password: SASL PLAIN (RFC 4616), else LOGIN.
  case password(user: String, Secret)
  /// By an OAuth 2 access token.
  case token(user: String, Secret, TokenMechanism)

  /// The SASL mechanisms that carry an access token.
  public enum TokenMechanism: String, Sendable, CaseIterable {
    /// What the server offers, OAUTHBEARER first.
    case any
    /// RFC 7628.
    case oauthBearer = "oauthbearer"
    /// The older form of Google and Microsoft.
    case xoauth2
  }

  /// Who logs in; nil if nobody does.
  public var user: String? {
    switch self {
    case .none: nil
    case .password(let user, _), .token(let user, _, _): user
    }
  }

  /// The login options that libcurl takes (CURLOPT_LOGIN_OPTIONS), nil for its own choice.
  var loginOptions: String? {
    switch self {
    case .none: nil
    case .password: "AUTH=PLAIN;AUTH=LOGIN"
    case .token(_, _, .any): "AUTH=OAUTHBEARER;AUTH=XOAUTH2"
    case .token(_, _, .oauthBearer): "AUTH=OAUTHBEARER"
    case .token(_, _, .xoauth2): "AUTH=XOAUTH2"
    }
  }
}
