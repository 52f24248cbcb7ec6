/// A currency of ISO 4217 with the number of decimals of its minor unit.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// The three letters, one byte each, the first one highest.
  private let packed: UInt32
  /// How many decimals the minor unit stands for: 2 for EUR, 0 for JPY, 3 for KWD.
  public let exponent: Int

  /// Finds a currency by its code in capitals.
  ///
  /// The result is nil for codes that ISO 4217 does not list with a minor unit.
  public init?(_ code: String) {
    var code = code
    let currency = code.withUTF8 { unsafe Self(code: $0) }
    guard let currency else { return nil }
    self = currency
  }

  /// Finds a currency by the ASCII bytes of its code in capitals.
  ///
  /// The result is nil for codes that ISO 4217 does not list with a minor unit.
  public init?(code bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 3 else { return nil }
    let (first, second, third) = unsafe (bytes[0] &- 65, bytes[1] &- 65, bytes[2] &- 65)
    guard first < 26, second < 26, third < 26 else { return nil }
    let exponent = Self.exponents[Int(first) * 676 + Int(second) * 26 + Int(third)]
    guard exponent >= 0 else { return nil }
    packed = unsafe UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
    self.exponent = Int(exponent)
  }

  /// The code, such as `EUR`.
  public var code: String {
    unsafe String(unsafeUninitializedCapacity: 3) { buffer in
      unsafe buffer[0] = UInt8(truncatingIfNeeded: packed >> 16)
      unsafe buffer[1] = UInt8(truncatingIfNeeded: packed >> 8)
      unsafe buffer[2] = UInt8(truncatingIfNeeded: packed)
      return 3
    }
  }

  /// The code, such as `EUR`.
  public var description: String { code }

  /// All codes that ``init(_:)`` accepts, in alphabetical order.
  public static var allCodes: [String] {
    Self.lists.flatMap { $0.codes.split(separator: " ") }.map(String.init).sorted()
  }

  // ISO 4217:2015, list one (active codes, as amended through amendment 179, 2025) without the
  // codes that have no minor unit (XAU, XDR, XXX and the like), and of list three the withdrawn
  // codes that contract files of the last twenty years still carry.
  private static let lists: [(exponent: Int8, codes: String)] = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (
      2,
      """
      AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
      CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP \
      GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK \
      LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO \
      NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS \
      SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST \
      XAD XCD XCG YER ZAR ZMW ZWG
      """
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
    // Withdrawn.
    (0, "BYR"),
    (2, "ANG BGN CUC CYP EEK HRK LTL LVL MRO MTL ROL SIT SKK SLL STD VEF ZMK ZWL"),
  ]

  /// The exponent by code, AAA first; -1 for none.
  private static let exponents: [Int8] = {
    var table = [Int8](repeating: -1, count: 17_576)
    for list in lists {
      for code in list.codes.split(separator: " ") {
        table[code.utf8.reduce(0) { $0 * 26 + Int($1) - 65 }] = list.exponent
      }
    }
    return table
  }()
}
