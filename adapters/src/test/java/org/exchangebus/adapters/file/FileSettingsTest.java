package org.exchangebus.adapters.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner may write wrong in an adapter.yaml of files, each changed in one place of a good one. */
class FileSettingsTest {

    private static final String GOOD = """
            summary: A server of files for this test only.
            title: 测试
            department: 测试
            contact: test@example.org
            protocol: sftp
            connection:
              host: 127.0.0.1
              user: exchange
              password: ${secret:word}
              host-key: SHA256:uUsm++RHVRcEk4lneAFrA3DTGN/S69gwAyYCSI2pyrI
            sources:
              paper:
                summary: Papers in CSV, as many as there are.
                mapping: paper
                resource: paper
                schedule: every 20s
                directory: /in
                format: {kind: csv, charset: GBK}
                fields: [A, B]
            """;

    @TempDir
    Path folder;

    @Test
    void theUnchangedOneIsGood() {
        assertThatCode(() -> FileTests.open(folder, GOOD, Map.of(), Map.of("word", "x")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "title: 测试 ! title: !x!y 1 ! ADAPTER-001",
                "protocol: sftp ! protocol: gopher ! ADAPTER-002  Protocol 'gopher' is not known.",
                "contact: ! phone: ! ADAPTER-003  Setting 'phone' is not declared.",
                "directory: ! directry: ! Did you mean 'directory'?",
                "user: exchange ! names-charset: GBK ! ADAPTER-005  'connection' lacks the setting 'user'.",
                "charset: GBK ! charset: Klingon ! ADAPTER-006  Setting 'charset' is 'Klingon'",
                "every 20s ! sometimes ! Expected: '30 2 * * 1-5', 'every 20s'.",
                "host: 127.0.0.1 ! host: http://x/ ! ADAPTER-006  Setting 'host'",
                "host-key: SHA256: ! host-key: MD5: ! ADAPTER-006  Setting 'host-key'",
                "user: exchange ! user: exchange\\n  user: other ! ADAPTER-007  Setting 'user' stands twice.",
                "fields: [A, B] ! fields: &f [A, B]\\n    pattern: *f ! SCHEMA-003",
                "user: exchange ! user: ${land.user} ! ADAPTER-009  No address is known for 'land.user'.",
                "${secret:word} ! word ! ADAPTER-010",
                "${secret:word} ! ${secret:other} ! ADAPTER-011  Secret 'other' has no value.",
                "mapping: paper ! mapping: paint ! ADAPTER-012  Mapping 'paint' has no file",
                "charset: GBK ! crs: EPSG:4490 ! ADAPTER-060  Format setting 'crs'",
                ", charset: GBK ! ` ` ! ADAPTER-060  Format setting 'charset'",
                "charset: GBK ! charset: Big5 ! ADAPTER-060  Format setting 'charset' is 'Big5'",
                "charset: GBK ! charset: GB18030-1999 ! ADAPTER-006  Setting 'charset' is 'GB18030-1999'",
                "charset: GBK ! charset: GBK, private-use: drop ! Expected: reject, keep",
                "charset: GBK ! charset: GBK, private-use-table: ../x.csv ! ADAPTER-006  Setting 'private-use-table'",
                "charset: GBK ! charset: GBK, private-use-table: none.csv ! ADAPTER-084  The private-use table",
                "fields: [A, B] ! fields: [A, A] ! ADAPTER-060  Format setting 'fields'",
                "password: ${secret:word} ! port: 22 ! ADAPTER-070",
            })
    void aMistakeIsNamedWithItsPlace(String good, String bad, String said) {
        String yaml = GOOD.replace(good, bad.replace("\\n", "\n"));
        assertThat(yaml).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> FileTests.open(folder, yaml, Map.of(), Map.of("word", "x")))
                .hasMessageContaining(said)
                .hasMessageMatching("(?s).*adapter\\.yaml:[0-9]+:[0-9]+  (ADAPTER|SCHEMA)-.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "GB18030-2022", "gb18030-2005", "GB18030-2000", "GB2312", "cp936", "utf8"})
    void aCharsetHasTheNamesThatOwnersKnow(String name) {
        String yaml = GOOD.replace("charset: GBK", "charset: " + name);
        assertThatCode(() -> FileTests.open(folder, yaml, Map.of(), Map.of("word", "x")))
                .doesNotThrowAnyException();
    }

    @Test
    void namesOfFieldsStayTheTextsThatTheyAre() throws Exception {
        String yaml = GOOD.replace("fields: [A, B]", "fields: [NO, on, yes, Off, 010, NULL, 1_000]");
        FileTests.open(folder, yaml, Map.of(), Map.of("word", "x"));
        List<SystemFolder> one = List.of(new SystemFolder(folder.resolve("test-system")));
        try (Adapters adapters =
                new Adapters(one, List.of(new SftpProtocol()), FileTests.lookup(Map.of(), Map.of("word", "x")))) {
            assertThat(adapters.fields("test-system", "paper"))
                    .containsExactly("NO", "on", "yes", "Off", "010", "NULL", "1_000");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "fields: [A, B] ! fields: 7 ! 应为：列表。",
                "fields: [A, B] ! fields: [7, B] ! 应为：文本。",
                "directory: /in ! directory: [x] ! 设置“directory”的值“列表”不符合要求。",
                "kind: csv, charset: GBK ! kind: csv, charset: GBK, delimiter: ab ! 应为：不多于 1 个字符。",
                "department: 测试 ! department： 测试 ! “department” 后面是全角冒号",
            })
    void aMistakeIsToldInChineseWithoutWordsOfTheSchema(String good, String bad, String said) {
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class,
                () -> FileTests.open(folder, GOOD.replace(good, bad), Map.of(), Map.of("word", "x")));

        assertThat(thrown.render(Locale.CHINESE)).contains(said);
    }

    @Test
    void twoFoldersOfOneSystemAreToldApart() throws Exception {
        FileTests.open(folder.resolve("a"), GOOD, Map.of(), Map.of("word", "x"));
        FileTests.open(folder.resolve("b"), GOOD, Map.of(), Map.of("word", "x"));
        List<SystemFolder> both = List.of(
                new SystemFolder(folder.resolve("a/test-system")), new SystemFolder(folder.resolve("b/test-system")));
        assertThatThrownBy(() -> new Adapters(
                        both, List.of(new SftpProtocol()), FileTests.lookup(Map.of(), Map.of("word", "x"))))
                .hasMessageContaining("ADAPTER-014  System 'test-system' is described twice");
        assertThat(Files.exists(folder)).isTrue();
    }
}
