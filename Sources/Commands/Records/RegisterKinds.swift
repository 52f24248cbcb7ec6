import Model

/// Our own people as a kind, for the verbs that all kinds share.
enum PersonKind: TypedRecord {
  static var type: RecordType { .person }
}

/// Our services as a kind, for the verbs that all kinds share.
enum ServiceKind: TypedRecord {
  static var type: RecordType { .service }
}
