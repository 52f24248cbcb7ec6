/// Hosts that are this machine, told by their writing, with no look-up.
enum LoopbackHost {
  /// Whether the text is `localhost`, an address in 127.0.0.0/8 in four parts, or `::1`.
  static func contains(_ host: String) -> Bool {
    if host.lowercased() == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let areNumbers = parts.allSatisfy { part in
      1...3 ~= part.utf8.count && part.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        && UInt8(part) != nil
    }
    return parts.count == 4 && areNumbers && parts[0] == "127"
  }
}
