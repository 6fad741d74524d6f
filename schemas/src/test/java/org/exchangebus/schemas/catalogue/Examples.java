package org.exchangebus.schemas.catalogue;

import java.util.Map;
import org.exchangebus.schemas.record.Cells;

/** One record in order of each resource; everything in them is made up or the annex example of a standard. */
public final class Examples {

    private static final Map<String, Map<String, String>> RECORDS = Map.of(
            "person",
            Map.of(
                    "name", "王样例",
                    "id-number", "11010519491231002X",
                    "sex", "2",
                    "ethnicity", "01",
                    "birth-date", "1949-12-31",
                    "birthplace", "110105",
                    "household-address", "样例市样例区样例路一号",
                    "card-valid-from", "2010-01-01",
                    "card-valid-until", "9999-12-31",
                    "marital-status", "20"),
            "legal-entity",
            Map.of(
                    "unified-social-credit-code", "91110000600037341L",
                    "organisation-code", "600037341",
                    "name", "样例(北京)有限公司",
                    "registered-capital", "5000.5",
                    "employee-count", "42",
                    "legal-representative-id-type", "111",
                    "legal-representative-id-number", "11010519491231002X",
                    "industry", "3911",
                    "state", "1",
                    "currency", "CNY"),
            "administrative-licence",
            Map.ofEntries(
                    Map.entry("counterpart-name", "样例(北京)有限公司"),
                    Map.entry("counterpart-kind", "法人及非法人组织"),
                    Map.entry("counterpart-credit-code", "91110000600037341L"),
                    Map.entry("legal-representative", "王样例"),
                    Map.entry("document-name", "准予行政许可决定书"),
                    Map.entry("document-number", "样例许可〔2026〕1号"),
                    Map.entry("licence-kind", "其他-备案"),
                    Map.entry("licence-content", "样例"),
                    Map.entry("decision-date", "2026-01-05"),
                    Map.entry("valid-from", "2026-01-05"),
                    Map.entry("valid-until", "2099-12-31"),
                    Map.entry("licensing-authority", "样例局"),
                    Map.entry("licensing-authority-code", "11100000000013338W"),
                    Map.entry("source-unit", "样例局"),
                    Map.entry("source-unit-code", "11100000000013338W")),
            "administrative-penalty",
            Map.ofEntries(
                    Map.entry("counterpart-name", "李样例"),
                    Map.entry("counterpart-kind", "自然人"),
                    Map.entry("counterpart-id-type", "身份证"),
                    Map.entry("counterpart-id-number", "11010519491231002X"),
                    Map.entry("document-number", "样例罚〔2026〕1号"),
                    Map.entry("violation-kind", "样例"),
                    Map.entry("violation-facts", "样例"),
                    Map.entry("penalty-basis", "样例"),
                    Map.entry("penalty-kind", "罚款"),
                    Map.entry("penalty-content", "罚款"),
                    Map.entry("fine-amount", "0.2"),
                    Map.entry("decision-date", "2026-01-05"),
                    Map.entry("penalising-authority", "样例局"),
                    Map.entry("penalising-authority-code", "11100000000013338W"),
                    Map.entry("source-unit", "样例局"),
                    Map.entry("source-unit-code", "11100000000013338W")),
            "land-parcel",
            Map.of(
                    "parcel-code", "110105001001GB00001",
                    "owner-kind", "1",
                    "land-use", "07",
                    "area", "1234.56",
                    "location", "样例市样例区样例路一号",
                    "region", "110105",
                    "geometry",
                            "{\"type\":\"Polygon\",\"coordinates\":[[[116.1,39.9],[116.2,39.9],[116.2,40],[116.1,39.9]]]}"));

    private Examples() {}

    public static Cells cells(Resource resource) {
        Map<String, String> record = RECORDS.get(resource.name());
        Cells cells = new Cells(resource.items().size());
        for (int i = 0; i < cells.size(); i++) {
            cells.setText(i, record.get(resource.items().get(i).name()));
        }
        return cells;
    }
}
