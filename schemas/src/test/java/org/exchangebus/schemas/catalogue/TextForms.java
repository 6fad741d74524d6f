package org.exchangebus.schemas.catalogue;

/** A resource whose items make claims on the characters of their texts. */
final class TextForms {

    static final Resource RESOURCE = CatalogueFiles.resource(
            CatalogueFiles.CLINIC.replaceFirst("(?s)items:.*", """
            items:
              - {name: plain, title: 一, type: text, obligation: optional, text-form: {width: half}, summary: Half.}
              - {name: letters, title: 二, type: text, obligation: optional, text-form: {width: half-letters-and-digits}, summary: Letters.}
              - {name: normal, title: 三, type: text, obligation: optional, text-form: {normal-form: NFC}, summary: NFC.}
            """).replace("key: [number]", "key: [plain]"));

    private TextForms() {}
}
