import CCurl
import Importing

/// Says what a code of libcurl means for a connection to a mail server.
///
/// The codes are those of libcurl-errors(3).
struct CurlFault {
  let server: MailServer
  /// The scheme, which begins the codes of problems: `imap` or `smtp`.
  let scheme: String
  /// What the server said last, if anything.
  let dialogue: CurlDialogue

  /// The fault for a code other than CURLE_OK.
  func fault(_ code: CURLcode) -> MailFault {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: unknownHost
    case CURLE_COULDNT_CONNECT: refused
    case CURLE_OPERATION_TIMEDOUT: timedOut
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR: untrusted
    case CURLE_SSL_CACERT_BADFILE: badAuthorities
    case CURLE_USE_SSL_FAILED: noTLS
    case CURLE_SSL_CONNECT_ERROR: badTLS
    case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: loginRefused
    default: broken(code)
    }
  }

  private var place: String { "\(server.host), port \(server.port)" }

  /// What the server said, as the end of a sentence.
  private var answer: String { dialogue.lastLine.map { ": it said “\($0)”" } ?? "" }

  private var unknownHost: MailFault {
    .passing(
      "\(scheme).host",
      "The mail server \(server.host) cannot be found.",
      remedy: "Check the name and the network."
    )
  }

  private var refused: MailFault {
    .passing(
      "\(scheme).connection",
      "The mail server \(place) cannot be reached.",
      remedy: "Check that it runs, and that no firewall is between."
    )
  }

  private var timedOut: MailFault {
    .passing(
      "\(scheme).timeout",
      "The mail server \(place) did not answer in time.",
      remedy: "Try again later; check that port and protection fit each other."
    )
  }

  private var untrusted: MailFault {
    .permanent(
      "\(scheme).certificate",
      "The certificate of \(place) is not trusted.",
      remedy: "Check the host name, or name the file with its authority."
    )
  }

  private var badAuthorities: MailFault {
    .permanent(
      "\(scheme).authorities",
      "The file with certificates of authorities cannot be used: \(server.authorities ?? "").",
      remedy: "Name a file in PEM form."
    )
  }

  private var noTLS: MailFault {
    .permanent(
      "\(scheme).starttls",
      "The mail server \(place) offers no STARTTLS, so nothing was sent.",
      remedy: "Use the port for TLS from the start, or turn on TLS in the server."
    )
  }

  private var badTLS: MailFault {
    .passing(
      "\(scheme).tls",
      "No TLS connection to \(place) came about.",
      remedy: "Check that port and protection fit each other."
    )
  }

  /// RFC 5530 names the passing reasons of IMAP, RFC 4954 (section 6) that of SMTP.
  private var loginRefused: MailFault {
    let isPassing =
      ["UNAVAILABLE", "INUSE", "SERVERBUG", "LIMIT", "454", "421"].contains(where: dialogue.has)
    return MailFault(
      isPassing: isPassing,
      problem: .init(
        "\(scheme).login",
        message: "The mail server \(place) refused the login\(answer).",
        remedy: isPassing
          ? "Try again later."
          : "Check user name, password or token, and which kinds of login the server allows."
      )
    )
  }

  private func broken(_ code: CURLcode) -> MailFault {
    let words = unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? ""
    return .passing(
      "\(scheme).broken",
      "The connection to \(place) broke (\(words))\(answer).",
      remedy: "Try again later."
    )
  }
}
