/// A number that stands for a text: FNV-1a in 64 bits, mixed by the finaliser of SplitMix64.
///
/// Sums of it stand for sets of names. It is no protection against an attacker; the names it
/// is used for are given by the mail server of this machine.
enum NameDigest {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    digest = (digest ^ (digest >> 30)) &* 0xBF58_476D_1CE4_E5B9
    digest = (digest ^ (digest >> 27)) &* 0x94D0_49BB_1331_11EB
    return digest ^ (digest >> 31)
  }
}
