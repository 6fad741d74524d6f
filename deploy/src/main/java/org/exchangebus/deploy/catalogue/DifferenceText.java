package org.exchangebus.deploy.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.catalogue.Change;
import org.exchangebus.schemas.catalogue.Effect;
import org.exchangebus.schemas.catalogue.Severity;

/** Changes of the catalogue in the words of a person's language. */
final class DifferenceText {

    private final Locale language;
    private final boolean isChinese;

    DifferenceText(Locale language) {
        this.language = language;
        this.isChinese = language.getLanguage().equals("zh");
    }

    /** What is different; then, indented, what it means to whom. */
    List<String> lines(Change change, List<String> users) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(change.severity(), change.where(), change.text(language)));
        for (Effect effect : change.effects()) {
            lines.add("    " + effect.party().title(language) + (isChinese ? "：" : ": ")
                    + effect.severity().title(language) + (isChinese ? "。" : ". ") + change.text(effect, language));
        }
        if (!users.isEmpty()) {
            lines.add((isChinese ? "    使用处：" : "    used by: ") + String.join(isChinese ? "、" : ", ", users));
        }
        return lines;
    }

    String removed(String resource) {
        return headline(
                Severity.BREAKING,
                resource,
                isChinese ? "已删除，使用它的映射和系统不能继续工作。" : "It is gone; mappings and systems that use it stop.");
    }

    String added(String resource) {
        return headline(Severity.HARMLESS, resource, isChinese ? "新增。" : "It is new.");
    }

    String total(List<Change> changes, int removed, int added) {
        long breaking = removed + count(changes, Severity.BREAKING);
        long harmless = added + count(changes, Severity.HARMLESS);
        return (isChinese ? "%d 项不兼容，%d 项需注意，%d 项无影响" : "%d breaking, %d to look at, %d harmless")
                .formatted(breaking, count(changes, Severity.WARNING), harmless);
    }

    private static long count(List<Change> changes, Severity severity) {
        return changes.stream().filter(change -> change.severity() == severity).count();
    }

    private String headline(Severity severity, String where, String text) {
        return severity.title(language) + "  " + where + "  " + text;
    }
}
