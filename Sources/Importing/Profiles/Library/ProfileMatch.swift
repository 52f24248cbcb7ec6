/// A profile that fits the header of a file.
public struct ProfileMatch: Sendable {
  /// The profile.
  public var profile: Profile
  /// Which of its files it is.
  public var file: CompiledProfile.File
  /// The dialect under which the header was read.
  public var dialect: CSVDialect
  /// The header cells.
  public var header: [String]
  /// The columns that the profile reads, 0-based.
  public var matched: Set<Int>
}

/// What the start of a file says about the profile to use.
public enum ProfileRecognition: Sendable {
  /// This one.
  case one(ProfileMatch)
  /// Several fit, and none of them reads all the columns that the others read; in the order of
  /// their ids.
  case several([ProfileMatch])
  /// None fits.
  case none
}

extension ProfileLibrary {
  /// Looks which profile fits the start of a file.
  ///
  /// A profile fits if its columns for the key, required fields and recognition are all in the
  /// header, as read by its own dialect. If several fit, that one is taken whose columns contain
  /// those of all others and are more than those of each.
  ///
  /// `start` is up to 64 KiB from the start of the decompressed source.
  public func recognize(start: [UInt8]) -> ProfileRecognition {
    let matches = profiles.flatMap { $0.matches(start: start) }
    guard let first = matches.first else { return .none }
    guard matches.count > 1 else { return .one(first) }
    let best = matches.indices.first { index in
      matches.indices.allSatisfy {
        $0 == index || matches[$0].matched.isStrictSubset(of: matches[index].matched)
      }
    }
    return best.map { .one(matches[$0]) } ?? .several(matches)
  }
}

extension Profile {
  /// How the profile fits the start of a file: as file of records, of parties, or not at all.
  ///
  /// Of several delimiters the first that fits is taken.
  public func matches(start: [UInt8]) -> [ProfileMatch] {
    let records = dialects.lazy.compactMap { match(start, $0, .records) }.first
    let parties = partyFile.flatMap { match(start, $0.dialect, .parties) }
    return [records, parties].compactMap { $0 }
  }

  private func match(
    _ start: [UInt8],
    _ dialect: CSVDialect,
    _ file: CompiledProfile.File
  ) -> ProfileMatch? {
    guard dialect.headerRows > 0, !start.isEmpty else { return nil }
    let reader = CSVReader(MemorySource(start), named: "", dialect: dialect)
    guard let header = try? reader.readHeader() else { return nil }
    let silent = Dictionary(uniqueKeysWithValues: questions.keys.map { ($0, "") })
    let compiled = CompiledProfile(self, header: header, file: file, answers: silent)
    guard compiled.problems.isEmpty, !compiled.used.isEmpty else { return nil }
    return ProfileMatch(
      profile: self,
      file: file,
      dialect: dialect,
      header: header,
      matched: compiled.used
    )
  }
}
