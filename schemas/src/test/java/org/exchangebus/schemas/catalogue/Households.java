package org.exchangebus.schemas.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.record.Cells;

/** A resource with a structure whose items are declared. */
public final class Households {

    static final String MEMBERS = """
              - name: members
                title: 成员
                type: structure
                obligation: optional
                summary: The members.
                repeated: true
                items:
                  - {name: name, title: 姓名, type: text, length: 4, obligation: mandatory, masking: name, summary: Name.}
                  - {name: sex, title: 性别, type: text, code-table: sex, obligation: mandatory, summary: Sex.}
                  - {name: age, title: 年龄, type: integer, precision: 3, obligation: optional, summary: Age.}
            """;

    private Households() {}

    public static Resource resource() {
        String yaml = CatalogueFiles.CLINIC
                .replace("name: clinic", "name: household")
                .replaceFirst("(?s)\nitems:.*", "\nitems:\n" + """
                          - {name: number, title: 户号, type: text, obligation: mandatory, summary: Number.}
                        """ + MEMBERS.replace("$", "\\$"));
        return ResourceReader.resource(Document.read("household.yaml", yaml).root());
    }

    public static boolean accepts(String members) {
        return findings(members).isEmpty();
    }

    static List<String> findings(String members) {
        List<String> told = new ArrayList<>();
        Cells record = new Cells(2);
        record.setText(0, "1");
        record.setText(1, members);
        ResourceCheck.of(resource())
                .accepts(
                        record,
                        (item, rule, problem, arguments) -> told.add(
                                rule + " " + Finding.of("x", problem, arguments).render(Locale.ENGLISH)));
        return told;
    }
}
