package org.exchangebus.transformers.mapping;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.catalogue.Obligation;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.TextForm;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.jspecify.annotations.Nullable;

/**
 * Measures one thread on rows of 20 columns in the shape of the reference workload: mapping, the resource's check,
 * digest and encoding; reading excluded. Prints rows a second of processor time and bytes allocated a row, which
 * neighbours on the machine disturb less than the clock.
 */
final class MappingSpeed {

    private static final int ROWS_PER_CHUNK = 1_000;
    private static final int CHUNKS = 50;
    private static final int ROUNDS = 20;

    private static final String MAPPING = """
            summary: The reference workload.
            resource: resident
            items:
              id: ID | number
              id-card: IDCARD | trim | half-width | identity-number-18
              name: NAME | remove-blanks
              sex: SEX | code(sex, map={1=1, 2=2})
              birth: BIRTH | date(yyyy-MM-dd, null=1900-01-01)
              nation: NATION | code(ethnicity)
              phone: PHONE | trim | null-when('-', '无')
              region: REGION | trim
              address: ADDRESS | trim | half-width
              org-name: ORG | trim
              uscc: USCC | trim | upper
              income: INCOME | number
              status: STATUS | number
              reg-date: REGDATE | date(yyyyMMdd, yyyy-MM-dd)
              update-time: UPDATED | date-time('yyyy-MM-dd HH:mm:ss')
              household-no: HOUSEHOLD | trim
              marital: MARITAL | code(marital-status)
              education: EDUCATION | code(education)
              remark: REMARK | trim | collapse-blanks
              email: EMAIL | trim | lower
            """;

    private static final List<String> FIELDS = List.of(
            "ID",
            "IDCARD",
            "NAME",
            "SEX",
            "BIRTH",
            "NATION",
            "PHONE",
            "REGION",
            "ADDRESS",
            "ORG",
            "USCC",
            "INCOME",
            "STATUS",
            "REGDATE",
            "UPDATED",
            "HOUSEHOLD",
            "MARITAL",
            "EDUCATION",
            "REMARK",
            "EMAIL");

    private MappingSpeed() {}

    public static void main(String[] arguments) {
        List<Finding> findings = new ArrayList<>();
        Mapping mapping = new MappingCompiler(List.of(resident()))
                .compile("speed/resident", "resident.mapping.yaml", MAPPING, name -> null, FIELDS, findings);
        if (mapping == null) {
            throw new IllegalStateException(findings.get(0).render(Locale.ENGLISH));
        }
        Random random = new Random(20240601);
        List<SourceChunk> chunks = new ArrayList<>();
        for (int i = 0; i < CHUNKS; i++) {
            chunks.add(new SourceChunk(new ChunkId(1, i), "speed-resident", 1_000_000_000L, rows(random)));
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        long allocated = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long start = threads.getCurrentThreadCpuTime();
            int records = 0;
            for (SourceChunk chunk : chunks) {
                MappedChunk mapped = mapping.apply(chunk);
                records += mapped.records().count();
                if (!mapped.rejections().isEmpty()) {
                    throw new IllegalStateException(mapped.rejections().get(0).toString());
                }
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / records);
            allocated = (threads.getCurrentThreadAllocatedBytes() - bytes) / records;
        }
        System.out.printf(
                "%,d rows per CPU second, %d ns and %d bytes allocated a row, best of %d rounds of %,d rows%n",
                1_000_000_000L / best, best, allocated, ROUNDS, CHUNKS * ROWS_PER_CHUNK);
    }

    private static Resource resident() {
        List<Item> items = List.of(
                item("id", ItemType.INTEGER, 0, null, null),
                item("id-card", ItemType.TEXT, 18, null, "citizen-number"),
                item("name", ItemType.TEXT, 60, null, null),
                item("sex", ItemType.TEXT, 1, "sex", null),
                item("birth", ItemType.DATE, 0, null, null),
                item("nation", ItemType.TEXT, 2, "ethnicity", null),
                item("phone", ItemType.TEXT, 11, null, null),
                item("region", ItemType.TEXT, 6, null, "region-code"),
                item("address", ItemType.TEXT, 200, null, null),
                item("org-name", ItemType.TEXT, 100, null, null),
                item("uscc", ItemType.TEXT, 18, null, "credit-code"),
                item("income", ItemType.MONEY, 0, null, null),
                item("status", ItemType.INTEGER, 0, null, null),
                item("reg-date", ItemType.DATE, 0, null, null),
                item("update-time", ItemType.DATETIME, 0, null, null),
                item("household-no", ItemType.TEXT, 20, null, null),
                item("marital", ItemType.TEXT, 2, "marital-status", null),
                item("education", ItemType.TEXT, 2, "education", null),
                item("remark", ItemType.TEXT, 500, null, null),
                item("email", ItemType.TEXT, 60, null, null));
        Resource person = Catalogue.bundled().resource("person");
        return new Resource(
                "resident", "居民", "101001/2", "A resident.", List.of("id"), items, List.of(), person.metadata());
    }

    private static Item item(
            String name, ItemType type, int length, @Nullable String codeTable, @Nullable String identifier) {
        Obligation obligation = name.equals("remark") ? Obligation.OPTIONAL : Obligation.MANDATORY;
        return new Item(
                name,
                name,
                null,
                type,
                length,
                12,
                2,
                obligation,
                codeTable,
                identifier,
                false,
                null,
                TextForm.ANY,
                "An item.");
    }

    private static Rows rows(Random random) {
        Rows.Builder rows = new Rows.Builder(FIELDS, "resident.csv", ROWS_PER_CHUNK);
        for (int i = 1; i <= ROWS_PER_CHUNK; i++) {
            int year = 1940 + random.nextInt(80);
            int month = 1 + random.nextInt(12);
            int day = 1 + random.nextInt(28);
            int sequence = 1 + random.nextInt(999);
            String card = checked(String.format("330106%04d%02d%02d%03d", year, month, day, sequence));
            for (String cell : List.of(
                    Integer.toString(1 + random.nextInt(1_000_000)),
                    card,
                    "王" + "伟芳娜敏静秀英丽强磊".charAt(random.nextInt(10)),
                    sequence % 2 == 1 ? "1" : "2",
                    String.format("%04d-%02d-%02d", year, month, day),
                    "01",
                    "1" + (3_000_000_000L + random.nextInt(1_000_000_000)),
                    "330106",
                    "杭州市西湖区人民路" + random.nextInt(999) + "号" + random.nextInt(30) + "幢101室",
                    "杭州市人力资源和社会保障局",
                    "91110000600037341L",
                    random.nextInt(300_000) + "." + (10 + random.nextInt(89)) % 10 + 5,
                    Integer.toString(1 + random.nextInt(4)),
                    String.format("2019-%02d-%02d", month, day),
                    String.format("2019-%02d-%02d 08:09:%02d", month, day, random.nextInt(60)),
                    "H330106" + (10_000_000 + random.nextInt(9_999_999)),
                    "20",
                    "20",
                    i % 3 == 0 ? "户籍信息已核对" : "",
                    "u" + i + "@gov.example.cn")) {
                rows.cell(cell);
            }
            rows.endRow(i);
        }
        return rows.build();
    }

    private static String checked(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
