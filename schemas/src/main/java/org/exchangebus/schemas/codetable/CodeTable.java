package org.exchangebus.schemas.codetable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;
import org.jspecify.annotations.Nullable;

/** One code table of a standard; codes are text, leading zeros count. Immutable, shared by threads. */
public final class CodeTable {

    /**
     * Where a table comes from and how far it reaches.
     *
     * @param standard number of the standard or document, such as {@code GB/T 2261.1}
     * @param isOpen whether values that it does not list may be delivered, with a doubt
     * @param prefixes beginnings that a free text may follow, such as {@code 其他-}
     * @param fewestDigits see {@code mostDigits}
     * @param mostDigits numbers of so many digits are codes too, where the standard's tree is larger than the
     *     table; 0 for none
     */
    public record Origin(
            String title,
            String standard,
            String edition,
            String summary,
            boolean isOpen,
            List<String> prefixes,
            int fewestDigits,
            int mostDigits) {

        public Origin {
            prefixes = List.copyOf(prefixes);
        }
    }

    private final String name;
    private final Origin origin;
    private final Map<String, Code> codes;
    private final Map<String, String> labels;
    private final Map<String, String> words;
    private final ByteIndex byCode;
    private final ByteIndex byWord;
    private final @Nullable ByteIndex retired;
    private final byte[][] prefixes;

    CodeTable(String name, Origin origin, Map<String, Code> codes, Map<String, String> words) {
        this.name = name;
        this.origin = origin;
        this.codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        this.words = Map.copyOf(words);
        Map<String, String> all = new LinkedHashMap<>();
        Map<String, String> self = new LinkedHashMap<>();
        Map<String, String> gone = new LinkedHashMap<>();
        codes.forEach((text, code) -> {
            all.put(text, code.label());
            self.put(text, text);
            if (code.isRetired()) {
                gone.put(text, text);
            }
        });
        labels = Collections.unmodifiableMap(all);
        byCode = new ByteIndex(self);
        byWord = new ByteIndex(words);
        retired = gone.isEmpty() ? null : new ByteIndex(gone);
        prefixes = origin.prefixes().stream()
                .map(prefix -> prefix.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** The table of a name, such as {@code sex}; throws a problem with "did you mean" for an unknown one. */
    public static CodeTable bundled(String name) {
        CodeTable table = CodeTables.BUNDLED.get(name);
        if (table == null) {
            throw new ProblemException(Finding.of(
                    "code tables",
                    SchemaProblem.NAME_UNKNOWN,
                    "code table",
                    name,
                    Similar.nearest(name, names()),
                    Similar.list(names())));
        }
        return table;
    }

    /**
     * The tables of a folder, one YAML file each, by name.
     *
     * @throws ProblemException with everything that is wrong with any of them
     */
    public static SortedMap<String, CodeTable> read(Path folder) throws IOException {
        return new CodeTableReader().read(folder);
    }

    /**
     * The table of one file, wherever it lies and however it is called; to compare it with another edition.
     *
     * @throws ProblemException with everything that is wrong in the file
     */
    public static CodeTable readFile(Path file) {
        return new CodeTableReader().readFile(file);
    }

    /** The names of the tables that ship with the bus, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(CodeTables.BUNDLED.keySet());
    }

    public String name() {
        return name;
    }

    public Origin origin() {
        return origin;
    }

    /** The listed codes, retired ones included, in the order of the standard. */
    public Collection<Code> codes() {
        return codes.values();
    }

    /** The listed codes with their labels, retired ones included, in the order of the standard. */
    public Map<String, String> labels() {
        return labels;
    }

    /** A listed code with its period and aliases. */
    public Optional<Code> listed(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** Whether values that the table does not list may be delivered all the same. */
    public boolean isOpen() {
        return origin.isOpen();
    }

    /** Whether the bytes are a code of the table, be it retired; makes no object. */
    public boolean holds(byte[] utf8, int start, int end) {
        return byCode.get(utf8, start, end) != null || isNumber(utf8, start, end) || hasPrefix(utf8, start, end);
    }

    /** Whether the bytes are a code that was withdrawn; makes no object. */
    public boolean isRetired(byte[] utf8, int start, int end) {
        return retired != null && retired.get(utf8, start, end) != null;
    }

    /** Whether the text is a code of the table, be it retired. */
    public boolean holds(String code) {
        byte[] utf8 = code.getBytes(StandardCharsets.UTF_8);
        return holds(utf8, 0, utf8.length);
    }

    /** The label of a code. */
    public Optional<String> label(String code) {
        return Optional.ofNullable(labels.get(code));
    }

    /**
     * The code of a label or of one of its aliases: the one in use before a retired one, none where several retired
     * ones share the word. A text after one of the prefixes is its own code.
     */
    public Optional<String> code(String label) {
        byte[] utf8 = label.getBytes(StandardCharsets.UTF_8);
        return hasPrefix(utf8, 0, utf8.length) ? Optional.of(label) : Optional.ofNullable(words.get(label));
    }

    /**
     * The code of a label or alias in UTF-8, for the path of every record: makes no object. The array is shared,
     * nobody writes to it.
     */
    public byte @Nullable [] codeOfLabel(byte[] utf8, int start, int end) {
        return byWord.get(utf8, start, end);
    }

    private boolean isNumber(byte[] utf8, int start, int end) {
        int length = end - start;
        if (length < origin.fewestDigits() || length > origin.mostDigits()) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (utf8[i] < '0' || utf8[i] > '9') {
                return false;
            }
        }
        return length > 0;
    }

    private boolean hasPrefix(byte[] utf8, int start, int end) {
        for (byte[] prefix : prefixes) {
            if (end - start > prefix.length
                    && Arrays.equals(prefix, 0, prefix.length, utf8, start, start + prefix.length)) {
                return true;
            }
        }
        return false;
    }
}
