package org.exchangebus.schemas.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvExportTest {

    static Collection<Resource> resources() {
        return Catalogue.bundled().resources();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void namesTheItemsInTheHead(Resource resource) {
        List<List<String>> rows = rows(files(resource).get(resource.name() + ".csv"));
        assertThat(rows)
                .containsExactly(resource.items().stream().map(Item::name).toList());
    }

    @ParameterizedTest
    @MethodSource("resources")
    void tellsInTheDictionaryWhatEachItemIs(Resource resource) {
        String dictionary = files(resource).get(resource.name() + ".dictionary.csv");
        assertThat(dictionary).startsWith("\uFEFF序号,英文名,信息项名称,短名,数据类型,长度,");
        List<List<String>> rows = rows(dictionary.substring(1));
        assertThat(rows.subList(1, rows.size()))
                .isEqualTo(new ItemTable(resource, Words.in(Locale.CHINESE)).rows())
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
        assertThat(rows.subList(1, rows.size()))
                .extracting(row -> row.get(11))
                .containsExactlyElementsOf(resource.items().stream()
                        .map(item -> item.summary().chinese())
                        .toList());
    }

    private static Map<String, String> files(Resource resource) {
        return ExportForm.CSV.files(resource, Locale.CHINESE);
    }

    private static List<List<String>> rows(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(CsvRecord::getFields)
                .toList();
    }
}
