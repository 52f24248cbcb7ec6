import Model
import TestSupport
import Testing

@Suite struct LegalEntityIdentifierTests {
  @Test(
    arguments: [
      ("00000TESTPROVIDER139", .valid),
      ("00000TESTPROVIDER130", .invalid(.checkDigits)),
      ("00000TESTPROVIDER13", .invalid(.length(19))),
      ("00000testPROVIDER139", .invalid(.character(position: 6))),
      ("00000TESTPROVIDERAAB", .invalid(.checkDigitsNotDigits)),
      ("00000TEST ROVIDER139", .invalid(.character(position: 10))),
      ("", .invalid(.length(0))),
      ("5493001KJTIIGC8Y1R12", .valid),
    ] as [(String, LegalEntityIdentifier.Verdict)]
  )
  func `TC-27 the check`(text: String, verdict: LegalEntityIdentifier.Verdict) {
    #expect(LegalEntityIdentifier.check(text) == verdict)
  }

  @Test func `check digits that are never issued are doubtful`() {
    var verdicts: Set<String> = []
    for number in 0..<97 {
      let head = "0000000000000000" + (number < 10 ? "0\(number)" : "\(number)")
      for digits in ["00", "01", "99"]
      where LegalEntityIdentifier.check(head + digits) == .doubtful {
        verdicts.insert(digits)
      }
    }
    #expect(verdicts == ["00", "01", "99"])
  }

  @Test func `faults are sentences`() {
    typealias Fault = LegalEntityIdentifier.Fault
    #expect(Fault.length(19).sentence == "The identifier has 19 characters, not 20.")
    #expect(Fault.checkDigits.sentence == "The check digits are wrong.")
    #expect(Fault.checkDigitsNotDigits.sentence == "The last two characters are not digits.")
    #expect(
      Fault.character(position: 6).sentence
        == "Character 6 is neither a capital letter of A to Z nor a digit."
    )
  }
}

@Suite struct PartyIdentifierTests {
  @Test(arguments: [
    ("PL-NIP", "578-25-17-492", "5782517492"), ("PL-NIP", "5262239325", "5262239325"),
    ("PL-NIP", "PL5263446902", "5263446902"), ("PL-NIP", "870227804", "870227804"),
    ("PL-NIP", "pl 526 344 69 02", "5263446902"), ("GB-COH", "sc 123456", "SC123456"),
    ("DE-VAT", "DE 123.456.789", "123456789"), ("VAT", "DE123456789", "DE123456789"),
    ("FR-SIREN", "FR552081317", "552081317"), ("ES-CIF", "CIF: B-12345674", "B12345674"),
    ("GR-VAT", "EL 123456783", "123456783"), ("RO-CUI", "RO_14399840/1", "143998401"),
    ("BG-EIK", "ЕИК 121347432", "121347432"), ("BG-EIK", "БУЛСТАТ: 121347432", "121347432"),
    ("AT-UID", "ATU12345678", "U12345678"), ("LEI", "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R12"),
    ("chicago-contracts:vendor", " 1055395A ", "1055395A"), ("x:vendor", "1-1", "1-1"),
    ("x:vendor", "7", "7"),
  ])
  func `a value to match on`(scheme: String, raw: String, value: String) {
    #expect(PartyIdentifier.normalized(scheme: scheme, raw: raw) == value)
  }

  @Test(arguments: [
    ("PL-NIP", "***1234**"), ("PL-NIP", "0000000000"), ("PL-NIP", "9999999999"), ("PL-NIP", "brak"),
    ("PL-NIP", "not applicable"), ("PL-NIP", "n/a"), ("PL-NIP", "none"), ("PL-NIP", "unknown"),
    ("PL-NIP", "0000"), ("PL-NIP", "-"), ("PL-NIP", ""), ("PL-NIP", "1234"), ("PL-NIP", "12-34"),
    ("PL-NIP", "5262239325; 5782517492"), ("PL-NIP", "526XXXX325"), ("PL-NIP", "Kowalski 12"),
    ("PL-NIP", "526\u{AD}2239325"), ("GB-COH", "Company House"),
    ("PL-NIP", "12345678901234567890123456789012345678901"),
    ("x:vendor", "***"), ("x:vendor", "N/A"), ("x:vendor", "none"), ("x:vendor", "-"),
    ("x:vendor", ""), ("x:vendor", "0000"), ("x:vendor", "Unknown"),
  ])
  func `junk is no value`(scheme: String, raw: String) {
    #expect(PartyIdentifier.normalized(scheme: scheme, raw: raw) == nil)
  }

  @Test func `junk leaves the buffer as it was`() {
    var buffer: [UInt8] = [1, 2]
    let raw: [UInt8] = Array("***1234".utf8)
    let isUsable = unsafe raw.withUnsafeBufferPointer {
      unsafe PartyIdentifier.normalize($0, scheme: IdentifierScheme("PL-NIP"), into: &buffer)
    }
    #expect(!isUsable)
    #expect(buffer == [1, 2])
  }
}

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("  ACME   Ltd. ", "acme ltd."), ("Acme\t\nLtd", "acme ltd"), ("", ""), (" ", ""),
    ("Straße GmbH", "strasse gmbh"), ("STRASSE GMBH", "strasse gmbh"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
    ("σίσυφος", "σίσυφοσ"), ("Ärzte\u{A0}Haus", "ärzte haus"), ("ООД", "оод"), ("é Co", "é co"),
  ])
  func `a name has a key`(name: String, key: String) {
    #expect(NameKey.normalized(name) == key)
  }

  @Test(arguments: 0..<50)
  func `the fast paths give what the slow one gives`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var name = ""
    for _ in 0..<12 {
      let value = UInt32.random(in: 0x20...(seed % 2 == 0 ? 0x7FF : 0x7F), using: &random)
      name.unicodeScalars.append(Unicode.Scalar(value) ?? " ")
    }
    // U+4E00 takes three bytes and forces the slow path; it has no case.
    #expect(NameKey.normalized(name + " \u{4E00}") == "\(NameKey.normalized(name)) \u{4E00}")
  }

  @Test func `bytes that are no UTF-8 become replacement characters`() {
    var buffer: [UInt8] = []
    unsafe [UInt8]([0x41, 0xFF, 0xC3]).withUnsafeBufferPointer {
      unsafe NameKey.normalize($0, into: &buffer)
    }
    #expect(String(decoding: buffer, as: UTF8.self) == "a\u{FFFD}\u{FFFD}")
  }

  @Test func `keys are appended`() {
    var buffer = Array("x".utf8)
    for name in [" Ab ", "Äb"] {
      unsafe Array(name.utf8).withUnsafeBufferPointer {
        unsafe NameKey.normalize($0, into: &buffer)
      }
    }
    #expect(String(decoding: buffer, as: UTF8.self) == "xabäb")
  }
}
