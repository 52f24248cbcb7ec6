/// The directory at the end of an archive: what is in it, and where (APPNOTE, section 4.3.12).
///
/// Everything that the archive says of itself is checked against its bytes before anything is
/// unpacked.
struct ZipDirectory {
  /// The files and folders, in the order of the directory.
  private(set) var entries: [ZipEntry] = []
  /// Where the directory begins, in bytes from 0; no file reaches beyond.
  private(set) var start = 0

  private let bytes: [UInt8]
  private let problems: ZipProblems

  /// Reads the directory.
  ///
  /// - Throws: A ``Problem``; see ``ZipProblems``.
  init(of bytes: [UInt8], _ problems: ZipProblems, _ limits: ZipLimits) throws {
    self.bytes = bytes
    self.problems = problems
    guard let end = Self.endRecord(in: bytes) else {
      throw problems.damaged("it has no directory at its end")
    }
    let end64 = bytes.zipNumber(at: end - 20, 4) == 0x0706_4B50
    let fields = [4, 6, 8, 10].map { bytes.zipNumber(at: end + $0, 2) ?? 0 }
    let size = bytes.zipNumber(at: end + 12, 4) ?? 0
    start = bytes.zipNumber(at: end + 16, 4) ?? 0
    guard !end64, !fields.contains(0xFFFF), size < 0xFFFF_FFFF, start < 0xFFFF_FFFF else {
      throw problems.tooNew()
    }
    guard fields[0] == 0, fields[1] == 0, fields[2] == fields[3] else { throw problems.split() }
    guard fields[3] <= limits.entries else {
      throw problems.limit("has more than \(limits.entries) files")
    }
    guard start + size == end else {
      throw problems.damaged("its directory is not where it should be")
    }
    try readEntries(fields[3], until: end)
    try requireRoom()
  }

  /// Where the record begins that ends the archive: the last whose comment reaches to the end.
  private static func endRecord(in bytes: [UInt8]) -> Int? {
    let last = bytes.count - 22
    guard last >= 0 else { return nil }
    return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { at in
      bytes[at] == 0x50 && bytes.zipNumber(at: at, 4) == 0x0605_4B50
        && bytes.zipNumber(at: at + 20, 2) == last - at
    }
  }

  private mutating func readEntries(_ count: Int, until end: Int) throws {
    var at = start
    for _ in 0..<count {
      guard bytes.zipNumber(at: at, 4) == 0x0201_4B50 else {
        throw problems.damaged("its directory cannot be read")
      }
      entries.append(try entry(at: at))
      at += 46 + [28, 30, 32].reduce(0) { $0 + (bytes.zipNumber(at: at + $1, 2) ?? 0) }
    }
    guard at == end else { throw problems.damaged("its directory cannot be read") }
  }

  private func entry(at start: Int) throws -> ZipEntry {
    func number(_ offset: Int, _ count: Int) -> Int {
      bytes.zipNumber(at: start + offset, count) ?? 0
    }
    let nameEnd = start + 46 + number(28, 2)
    guard nameEnd <= bytes.count else { throw problems.damaged("its directory cannot be read") }
    let sizes = [number(20, 4), number(24, 4), number(42, 4)]
    guard !sizes.contains(0xFFFF_FFFF) else { throw problems.tooNew() }
    let rawName = bytes[(start + 46)..<nameEnd]
    guard let name = ZipName.read(rawName) else { throw problems.name(rawName) }
    guard !name.hasSuffix("/") || sizes[1] == 0 else {
      throw problems.damaged("a folder in it has content")
    }
    return ZipEntry(
      name: name,
      byteCount: sizes[1],
      // Bit 0 for a password, 6 for strong encryption, 13 for a hidden directory.
      isEncrypted: number(8, 2) & 0x2041 != 0,
      rawName: rawName,
      method: number(10, 2),
      checksum: UInt32(number(16, 4)),
      packedCount: sizes[0],
      offset: sizes[2]
    )
  }

  /// Refuses files that lie over each other or over the directory, by which a small archive could
  /// unpack the same bytes many times.
  private func requireRoom() throws {
    var free = 0
    for entry in entries.sorted(by: { $0.offset < $1.offset }) {
      guard entry.offset >= free else { throw problems.damaged("its files lie over each other") }
      free = entry.offset + 30 + entry.rawName.count + entry.packedCount
    }
    guard free <= start else { throw problems.damaged("its files lie over each other") }
  }
}

extension [UInt8] {
  /// A number of so many bytes, the lowest first; nil beyond the end or before the start.
  func zipNumber(at offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    return self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
