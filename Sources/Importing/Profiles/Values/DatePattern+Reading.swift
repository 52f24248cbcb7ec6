import Model

extension DatePattern {
  /// Reads a cell by this pattern.
  ///
  /// - Parameters:
  ///   - bytes: The trimmed cell.
  ///   - pivot: The first year that two digits can mean.
  /// - Returns: Days since 1970-01-01, or nil if the cell is not a day written like this.
  func day(in bytes: Span<UInt8>, pivot: Int?) -> Int64? {
    var cursor = 0
    var year = 0
    var month = 0
    var day = 0
    for part in parts {
      switch part {
      case .literal(let byte):
        guard cursor < bytes.count, bytes[cursor] == byte else { return nil }
        cursor += 1
      case .year4:
        guard let number = Self.digits(4...4, in: bytes, at: &cursor) else { return nil }
        year = number
      case .year2:
        guard let pivot, let number = Self.digits(2...2, in: bytes, at: &cursor) else {
          return nil
        }
        year = Self.fullYear(number, pivot: pivot)
      case .month(let exact):
        let count = exact ? 2...2 : 1...2
        guard let number = Self.digits(count, in: bytes, at: &cursor) else { return nil }
        month = number
      case .day(let exact):
        let count = exact ? 2...2 : 1...2
        guard let number = Self.digits(count, in: bytes, at: &cursor) else { return nil }
        day = number
      case .monthName:
        guard let number = MonthName.month(in: bytes, at: &cursor) else { return nil }
        month = number
      }
    }
    guard cursor == bytes.count || Self.isTime(bytes, from: cursor) else { return nil }
    return CivilDay(year: year, month: month, day: day).map { Int64($0.number) }
  }

  /// The year with the two last digits that is the pivot or one of the 99 years after it.
  private static func fullYear(_ digits: Int, pivot: Int) -> Int {
    let century = pivot - pivot % 100
    return century + digits >= pivot ? century + digits : century + 100 + digits
  }

  @inline(__always)
  private static func digits(
    _ count: ClosedRange<Int>,
    in bytes: Span<UInt8>,
    at cursor: inout Int
  ) -> Int? {
    var number = 0
    var read = 0
    while read < count.upperBound, cursor < bytes.count {
      let digit = bytes[cursor] &- 0x30
      guard digit < 10 else { break }
      number = number * 10 + Int(digit)
      cursor += 1
      read += 1
    }
    return read >= count.lowerBound ? number : nil
  }

  /// Whether what follows the day is a time of day, a zone, or both.
  private static func isTime(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    let first = bytes[start]
    let opensTime = first == 0x54 || first == 0x20
    let opensZone = first == 0x5A || first == 0x2B || first == 0x2D
    guard opensTime || opensZone else { return false }
    if first == 0x5A { return bytes.count == start + 1 }
    var hasColon = false
    for index in (start + 1)..<bytes.count {
      switch bytes[index] {
      case 0x3A: hasColon = true
      case 0x30...0x39, 0x2E, 0x2C, 0x2B, 0x2D, 0x5A, 0x20: break
      case 0x41, 0x50, 0x4D, 0x61, 0x70, 0x6D:
        if !opensTime { return false }
      default: return false
      }
    }
    return hasColon
  }
}

/// English month names, short and full.
enum MonthName {
  private static let names: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  /// Reads a run of letters and a dot that may follow.
  static func month(in bytes: Span<UInt8>, at cursor: inout Int) -> Int? {
    var word: [UInt8] = []
    while cursor < bytes.count {
      let letter = bytes[cursor] | 0x20
      guard letter >= 0x61, letter <= 0x7A else { break }
      word.append(letter)
      cursor += 1
    }
    if cursor < bytes.count, bytes[cursor] == 0x2E { cursor += 1 }
    let index = names.firstIndex {
      $0 == word || (word.count == 3 && $0.starts(with: word))
        || word == Array("sept".utf8)
          && $0.count == 9
    }
    return index.map { $0 + 1 }
  }
}
