extension FieldWords {
  /// Header words for customers, and for the details of the other party.
  static let partyWords: [(Meaning, Set<String>)] = [
    (
      .customerName,
      [
        "customer", "customername", "client", "clientname", "kunde", "kundenname", "nomduclient",
        "cliente", "nombrecliente", "nomecliente", "zakaznik", "odberatel", "klient",
      ]
    ),
    (
      .customerIdentifier,
      [
        "customerid", "customernumber", "customerno", "clientid", "clientnumber", "kundennummer",
        "kundennr", "kundenid", "debitor", "debitorennummer", "numeroclient", "idclient",
        "numerocliente", "idcliente", "codigocliente", "cislozakaznika", "numerklienta",
      ]
    ),
    (
      .party(.country),
      [
        "country", "countrycode", "land", "landercode", "lander", "pays", "codepays", "pais",
        "codigopais", "zeme", "stat", "kraj",
      ]
    ),
    (
      .party(.city),
      [
        "city", "town", "ort", "stadt", "wohnort", "standort", "ville", "ciudad", "cidade",
        "municipio", "mesto", "obec", "miasto", "miejscowosc",
      ]
    ),
    (
      .party(.postalCode),
      [
        "postcode", "postalcode", "zip", "zipcode", "plz", "postleitzahl", "codepostal",
        "codigopostal", "cep", "psc", "kodpocztowy",
      ]
    ),
    (
      .party(.address),
      [
        "address", "street", "strasse", "strassenr", "strassehausnummer", "anschrift", "adresse",
        "rue", "direccion", "calle", "endereco", "rua", "adresa", "ulice", "adres", "ulica",
      ]
    ),
    (
      .party(.email),
      ["email", "emailaddress", "mail", "courriel", "correo", "correoelectronico"]
    ),
    (
      .party(.phone),
      [
        "phone", "telephone", "telefon", "telefonnummer", "tel", "telefono", "telefone",
        "numertelefonu",
      ]
    ),
    (.party(.website), ["webseite", "homepage", "siteweb", "sitioweb", "strona"]),
    (
      .services,
      [
        "services", "leistungen", "dienste", "dienstleistungen", "prestations", "servicios",
        "servicos", "sluzby", "uslugi",
      ]
    ),
  ]
}
