package org.exchangebus.schemas.catalogue;

import org.exchangebus.schemas.document.Document;

/** A catalogue file in order, made up, for tests to spoil. */
final class CatalogueFiles {

    static final String CLINIC = """
            # A resource of a test.
            name: clinic
            title: 样例诊所
            code: 201001/1
            classification: {class: theme, category: 健康保障}
            secrecy: unclassified
            provider: {name: 样例委员会, code: 11100000000013338W}
            summary: A clinic of a test.
            format: {kind: database}
            sharing: {type: unconditional, method: file}
            openness: {open: true}
            update-cycle: weekly
            published: 2026-01-01
            versions: [{number: "1.0", date: 2026-01-01, what: First edition.}]
            key: [number]
            items:
              - name: number
                title: 编号
                type: text
                obligation: mandatory
                summary: Number of the clinic.
              - name: opened
                title: 开业日期
                type: date
                obligation: optional
                summary: Day of opening.
            rules:
              - required-when:
                  item: opened
                  when: number
                  one-of: ["1"]
                  because: A test wants it.
            """;

    private CatalogueFiles() {}

    /** The resource of a text, whether or not its parts agree with each other. */
    static Resource resource(String yaml) {
        return ResourceReader.resource(Document.read("resource.yaml", yaml).root());
    }
}
