/// The readers of a row's operation and of what a deleted agreement needs.
final class CompiledOperation {
  let reader: ValueReader
  /// What is read of a row that deletes: the last day.
  let fields: [CompiledField]

  /// Without their columns neither operation nor last day can be known, so the file must have
  /// them, though their cells may be blank.
  init(_ operation: ProfileOperation, _ others: [CompiledField], _ finder: inout ColumnFinder) {
    _ = finder.reader(operation.value.demanded)
    reader = finder.reader(operation.value, closedList: DraftOperation.words)
    guard let day = operation.endedOn else {
      fields = others.filter { $0.target == .endedOn }
      return
    }
    _ = finder.reader(day.demanded)
    fields = [CompiledField(target: .endedOn, reader: finder.reader(day), isAlternative: false)]
  }
}

extension ProfileValue {
  /// The value as one whose column the file must have.
  fileprivate var demanded: ProfileValue {
    var value = self
    value.constraints.isRequired = true
    return value
  }
}
