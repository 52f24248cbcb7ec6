import CCurl

/// An easy handle of libcurl with what all uses of it share, freed with the value.
///
/// Only the protocols named are spoken, no proxy of the environment is used, TLS is at least
/// 1.2 and the server's certificate is checked. A handle belongs to one thread at a time.
@safe
final class CurlHandle {
  /// The handle; nil only if memory ran out.
  let raw: UnsafeMutableRawPointer?
  /// What callbacks are given; libcurl says farewell to a server when the handle is freed.
  private var contexts: [AnyObject] = []
  private var lists: [UnsafeMutablePointer<curl_slist>?] = unsafe []

  /// curl_global_init is not to run twice at once in older versions; this makes it run once.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Makes a handle for a server.
  ///
  /// - Throws: A ``MailFault`` with code `server.host`, `server.port`, `server.plain` or
  ///   `server.library`.
  init(_ server: MailServer, scheme: String, path: String = "/") throws {
    unsafe raw = Self.isReady ? curl_easy_init() : nil
    let secure = server.protection == .tls ? scheme + "s" : scheme
    try set(CURLOPT_URL, server.url(scheme: secure) + path)
    try set(CURLOPT_PROTOCOLS_STR, secure)
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_CONNECTTIMEOUT, server.patience.connecting)
    try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, server.patience.answer)
    try set(CURLOPT_TCP_KEEPALIVE, 1)
    try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    let wantsTLS = server.protection == .plain ? CURLUSESSL_NONE : CURLUSESSL_ALL
    try set(CURLOPT_USE_SSL, Int(wantsTLS.rawValue))
    if let authorities = server.authorities { try set(CURLOPT_CAINFO, authorities) }
  }

  deinit {
    unsafe curl_easy_cleanup(raw)
    for index in unsafe lists.indices { unsafe curl_slist_free_all(lists[index]) }
  }

  /// Sets who the program is.
  func set(_ credentials: MailCredentials) throws {
    if let options = credentials.loginOptions { try set(CURLOPT_LOGIN_OPTIONS, options) }
    switch credentials {
    case .none: break
    case .password(let user, let secret):
      try set(CURLOPT_USERNAME, user)
      try set(CURLOPT_PASSWORD, secret.value)
    case .token(let user, let secret, _):
      try set(CURLOPT_USERNAME, user)
      try set(CURLOPT_XOAUTH2_BEARER, secret.value)
    }
  }

  /// Carries out what is set.
  func perform() -> CURLcode { unsafe curl_easy_perform(raw) }

  func set(_ option: CURLoption, _ value: Int) throws {
    try check(unsafe curl_set_number(raw, option, value))
  }

  func set(_ option: CURLoption, size value: Int) throws {
    try check(unsafe curl_set_size(raw, option, curl_off_t(value)))
  }

  func set(_ option: CURLoption, _ value: String) throws {
    try check(unsafe curl_set_text(raw, option, value))
  }

  /// Sets a list, which lives as long as the handle.
  func set(_ option: CURLoption, list values: [String]) throws {
    var list: UnsafeMutablePointer<curl_slist>?
    for value in values {
      guard let longer = unsafe curl_slist_append(list, value) else { throw unusable() }
      unsafe list = longer
    }
    unsafe lists.append(list)
    try check(unsafe curl_set_list(raw, option, list))
  }

  func set(_ option: CURLoption, context: AnyObject) throws {
    let pointer = unsafe Unmanaged.passUnretained(context).toOpaque()
    contexts.append(context)
    try check(unsafe curl_set_context(raw, option, pointer))
  }

  func set(_ option: CURLoption, transfer: curl_transfer_function) throws {
    try check(unsafe curl_set_transfer(raw, option, transfer))
  }

  func set(_ option: CURLoption, record: curl_record_function) throws {
    try check(unsafe curl_set_record(raw, option, record))
  }

  private func check(_ code: CURLcode) throws {
    guard unsafe raw != nil, code == CURLE_OK else { throw unusable() }
  }

  private func unusable() -> MailFault {
    .permanent(
      "server.library",
      "The library for connections, libcurl, does not do what is needed.",
      remedy: "Install libcurl 7.85 or later with TLS."
    )
  }
}
