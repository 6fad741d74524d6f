package org.exchangebus.transformers.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;

/** Rows of the reference workload, all of them in order: 20 columns as an old population register drops them. */
final class ReferenceRows {

    static final List<String> FIELDS = List.of(
            "id",
            "id_card",
            "name",
            "sex",
            "birth",
            "nation",
            "phone",
            "region",
            "address",
            "org_name",
            "uscc",
            "income",
            "status",
            "reg_date",
            "update_time",
            "household_no",
            "marital",
            "education",
            "remark",
            "email");

    private static final String CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final List<List<String>> rows = new ArrayList<>();

    ReferenceRows(int count) {
        Random random = new Random(20240601);
        for (int i = 1; i <= count; i++) {
            rows.add(row(i, random));
        }
    }

    SourceChunk chunk() {
        Rows.Builder builder = new Rows.Builder(FIELDS, "person.csv", rows.size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).forEach(builder::cell);
            builder.endRow(i + 1L);
        }
        return new SourceChunk(new ChunkId(1, 0), "reference-register-person", 1_000_000_000L, builder.build());
    }

    List<JsonNode> json() {
        List<JsonNode> objects = new ArrayList<>();
        for (List<String> row : rows) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < FIELDS.size(); i++) {
                object.put(FIELDS.get(i), row.get(i));
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<String> row(int number, Random random) {
        int year = 1940 + random.nextInt(80);
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        int sequence = 1 + random.nextInt(999);
        String card = identityNumber(String.format("330106%04d%02d%02d%03d", year, month, day, sequence));
        return List.of(
                Integer.toString(number),
                card,
                "王" + "伟芳娜敏静秀英丽强磊".charAt(random.nextInt(10)) + "样",
                sequence % 2 == 1 ? "1" : "2",
                String.format("%04d%02d%02d", year, month, day),
                String.format("%02d", 1 + random.nextInt(56)),
                "1" + (3_000_000_000L + random.nextInt(1_000_000_000)),
                "330106",
                "杭州市西湖区人民路" + random.nextInt(999) + "号" + random.nextInt(30) + "幢101室",
                "杭州市人力资源和社会保障局",
                creditCode(random),
                random.nextInt(300_000) + "." + (10 + random.nextInt(89)),
                Integer.toString(1 + random.nextInt(4)),
                String.format("2019-%02d-%02d", month, day),
                String.format("2019-%02d-%02d 08:09:%02d", month, day, random.nextInt(60)),
                "H330106" + (10_000_000 + random.nextInt(9_999_999)),
                "20",
                "20",
                number % 3 == 0 ? "户籍信息已核对" : "",
                "u" + number + "@gov.example.cn");
    }

    private static String identityNumber(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    private static String creditCode(Random random) {
        StringBuilder code = new StringBuilder("91330106");
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int organisation = 0;
        for (int place : weights) {
            char letter = CREDIT_LETTERS.charAt(random.nextInt(CREDIT_LETTERS.length()));
            code.append(letter);
            organisation += Character.digit(letter, 36) * place;
        }
        code.append("0X987654321".charAt(organisation % 11));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += CREDIT_LETTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(CREDIT_LETTERS.charAt((31 - sum % 31) % 31)).toString();
    }
}
