import TestSupport
import Testing

@testable import Importing

/// Archives that are damaged, or meant to do harm.
@Suite struct ZipFaultTests {
  private static let content = Array("Reference,Party\nA-1,Nordwind\n".utf8)

  /// Reads all of an archive, and gives what is wrong with it.
  private static func problem(_ bytes: [UInt8], _ limits: ZipLimits = ZipLimits()) -> Problem? {
    do {
      let archive = try ZipArchive(bytes, named: "a.zip", limits: limits)
      for entry in archive.entries { _ = try archive.content(of: entry) }
      return nil
    } catch { return error as? Problem }
  }

  private static func text(_ problem: Problem?) -> String {
    problem.map { "\($0.code) \($0.file ?? ""): \($0.message) \($0.remedy)" } ?? "none"
  }

  private static func fault(_ change: (inout ZipSample.File) -> Void) -> String {
    var sample = ZipSample([.init("list.csv", content, isDeflated: true)])
    change(&sample.files[0])
    return text(problem(sample.bytes))
  }

  @Test func `what cannot be read is said with a remedy`() {
    #expect(
      Self.fault { $0.flags = 1 }
        == "zip.encrypted a.zip/list.csv: The file in the archive is encrypted. "
        + "Unpack it yourself with its password, and import the file."
    )
    #expect(
      Self.fault { $0.method = 9 }
        == "zip.method a.zip/list.csv: The file is packed by method 9, which is not read. Unpack "
        + "it yourself, and import the file; only stored and deflated files are read."
    )
    #expect(
      Self.fault { $0.byteCount = 0xFFFF_FFFF }
        == "zip.form a.zip: The archive is written in the form for very large ones (zip64), which "
        + "is not read. Unpack it yourself, and import the files that you trust."
    )
    var sample = ZipSample([.init("list.csv", Self.content)])
    sample.parts = (1, 0)
    #expect(
      Self.text(Self.problem(sample.bytes))
        == "zip.form a.zip: The archive is one part of several. "
        + "Put the parts together and unpack them yourself."
    )
    #expect(
      Self.text(Self.problem(Array("Reference,Party".utf8)))
        == "zip.damaged a.zip: The archive is damaged: it has no directory at its end. "
        + "Get the file again."
    )
  }

  @Test func `a file that is not what the directory says is damaged`() {
    let damaged = "zip.damaged a.zip/list.csv: The file in the archive is damaged: "
    let again = " Get the file again."
    #expect(Self.fault { $0.checksum ^= 1 } == damaged + "its checksum is another." + again)
    #expect(
      Self.fault { $0.headerName[0] ^= 1 }
        == damaged + "its header is not that of the directory." + again
    )
    let size = damaged + "it cannot be unpacked to its size." + again
    #expect(Self.fault { $0.byteCount -= 1 } == size)
    #expect(Self.fault { $0.byteCount += 1 } == size)
    #expect(Self.fault { $0.packed[1] ^= 1 } == size)
    let isStored = { (file: inout ZipSample.File) in file.method = 0 }
    #expect(Self.fault(isStored) == damaged + "its checksum is another." + again)
  }

  @Test(arguments: [
    "../list.csv", "a/../../list.csv", "/etc/list.csv", "C:\\list.csv", "..\\list.csv", "a//b.csv",
    "a\u{1B}[2Jb.csv", "a\u{202E}vsc.b", "", "\\\\host\\a.csv",
  ])
  func `names that lead out of a folder or trick the eye refuse the archive`(_ name: String) {
    let sample = ZipSample([.init("good.csv", Self.content), .init(name, Self.content)])
    let shown = name.replacing("\u{1B}", with: "\u{FFFD}").replacing("\u{202E}", with: "\u{FFFD}")
    #expect(
      Self.text(Self.problem(sample.bytes))
        == "zip.name a.zip: The archive names a file in a way that could lead out of its folder: "
        + "“\(shown)”. Ask the sender what this is; unpack it only if you trust it."
    )
  }

  @Test func `two files of one name refuse the archive`() {
    let sample = ZipSample([.init("a/b.csv", Self.content), .init("a\\b.csv", Self.content)])
    #expect(
      Self.text(Self.problem(sample.bytes))
        == "zip.name a.zip: The archive has two files named “a/b.csv”. "
        + "Ask the sender which of them counts."
    )
  }

  @Test func `files that lie over each other refuse the archive`() {
    var sample = ZipSample([.init("a.csv", Self.content), .init("b.csv", Self.content)])
    sample.files[1].offset = 0
    let expected =
      "zip.damaged a.zip: The archive is damaged: its files lie over each other. Get the file again."
    #expect(Self.text(Self.problem(sample.bytes)) == expected)
    sample.files[1].offset = nil
    sample.files[1].packedCount += 1_000
    #expect(Self.text(Self.problem(sample.bytes)) == expected)
  }

  @Test func `a directory that does not hold what its end says refuses the archive`() {
    var sample = ZipSample([.init("a.csv", Self.content), .init("b.csv", Self.content)])
    for count in [1, 3] {
      sample.count = count
      #expect(
        Self.text(Self.problem(sample.bytes))
          == "zip.damaged a.zip: The archive is damaged: its directory cannot be read. "
          + "Get the file again."
      )
    }
    sample.count = nil
    #expect(
      Self.text(Self.problem([0] + sample.bytes))
        == "zip.damaged a.zip: The archive is damaged: its directory is not where it should be. "
        + "Get the file again."
    )
  }

  @Test func `a folder with content refuses the archive`() {
    #expect(
      Self.text(Self.problem(ZipSample([.init("list/", Self.content)]).bytes))
        == "zip.damaged a.zip: The archive is damaged: a folder in it has content. "
        + "Get the file again."
    )
  }

  // MARK: Limits

  private static let yourself = " Unpack it yourself, and import the files that you trust."

  @Test func `a bomb is refused before anything is unpacked`() {
    let bomb = ZipSample([.init("a.csv", letters: 16_384)])
    #expect(bomb.bytes.count < 40_000)
    var limits = ZipLimits()
    limits.ratio = 150
    #expect(
      Self.text(Self.problem(bomb.bytes, limits))
        == "zip.limit a.zip: The archive unpacks to more than 150 times its size." + Self.yourself
    )
    limits.ratio = 160
    #expect(Self.problem(bomb.bytes, limits) == nil)
    var lying = bomb
    lying.files[0].byteCount = 100
    #expect(Self.problem(lying.bytes)?.code == "zip.damaged")
    var large = bomb
    large.files[0].byteCount = (256 << 20) + 1
    #expect(
      Self.text(Self.problem(large.bytes))
        == "zip.limit a.zip: The archive unpacks to more than 268435456 bytes." + Self.yourself
    )
  }

  @Test func `files are counted, and their sizes are added up`() {
    var limits = ZipLimits()
    limits.entries = 2
    let files = (1...3).map { ZipSample.File("\($0).csv", Self.content) }
    #expect(Self.problem(ZipSample(Array(files.prefix(2))).bytes, limits) == nil)
    #expect(
      Self.text(Self.problem(ZipSample(files).bytes, limits))
        == "zip.limit a.zip: The archive has more than 2 files." + Self.yourself
    )
    limits = ZipLimits()
    limits.bytes = 3 * Self.content.count
    #expect(Self.problem(ZipSample(files).bytes, limits) == nil)
    limits.bytes -= 1
    #expect(Self.problem(ZipSample(files).bytes, limits)?.code == "zip.limit")
    let small = ZipSample([.init("a.csv", letters: 4_000)])
    #expect(Self.problem(small.bytes) == nil)
  }

  // MARK: Damage

  private static let whole = ZipSample([
    .init("list/", []), .init("list/contracts.csv", content, isDeflated: true),
    .init("parties.csv", content), .init("letters.txt", letters: 50),
  ])

  private static func contents(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    let archive = try ZipArchive(bytes, named: "a.zip")
    return try Dictionary(
      uniqueKeysWithValues: archive.entries.map { ($0.name, try archive.content(of: $0)) }
    )
  }

  @Test(arguments: 0..<40)
  func `damage gives a problem or the same content`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let bytes = Self.whole.bytes
    let expected = try Self.contents(bytes)
    for _ in 0..<50 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: damaged.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: damaged[place] = .random(in: 0...255, using: &random)
        case 2: damaged.remove(at: place)
        default: damaged.insert(.random(in: 0...255, using: &random), at: place)
        }
      }
      do {
        // A folder has no content: damage may make a file of its name.
        let read = try Self.contents(damaged).filter { !$0.value.isEmpty }
        #expect(read == expected, "seed \(seed)")
      } catch {
        #expect(error is Problem)
      }
    }
  }

  @Test func `an archive that is cut off anywhere is refused`() throws {
    let bytes = Self.whole.bytes
    for count in bytes.indices {
      #expect(Self.problem(Array(bytes[..<count]))?.severity == .error, "\(count) bytes")
    }
    for count in 1..<bytes.count {
      #expect(Self.problem(Array(bytes[count...]))?.severity == .error, "without \(count) bytes")
    }
  }
}
