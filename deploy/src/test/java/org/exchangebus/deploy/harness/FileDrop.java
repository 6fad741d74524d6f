package org.exchangebus.deploy.harness;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A folder into which a department puts files: numbered ones, each with changes that are told nowhere else, and a
 * bulletin that is issued again and again under one name.
 */
final class FileDrop {

    private static final int BAD_EVERY = 40;
    private static final int BULLETIN_EVERY = 4;

    /** How a file is written. */
    interface Layout {
        String text(List<Well> wells, List<String> bad);
    }

    private final Path folder;
    private final Path aside;
    private final String ending;
    private final Charset charset;
    private final boolean hasCompanion;
    private final Layout layout;
    private final Truth truth;
    private final Changes changes;
    private final Changes bulletin;
    private final Map<String, Well> inBulletin = new LinkedHashMap<>();
    private int files;
    private int rows;

    FileDrop(Path home, String prefix, String ending, Charset charset, Layout layout, Truth truth, long seed)
            throws IOException {
        folder = Files.createDirectories(home.resolve("drop"));
        aside = Files.createDirectories(home.resolve("aside"));
        Files.createDirectories(folder.resolve("done"));
        Files.createDirectories(folder.resolve("held"));
        this.ending = ending;
        this.charset = charset;
        this.layout = layout;
        this.truth = truth;
        hasCompanion = ending.equals(".csv");
        boolean isSurveyed = !hasCompanion;
        changes = new Changes(prefix, seed, isSurveyed);
        bulletin = new Changes(prefix + "B", seed, isSurveyed);
    }

    Path folder() {
        return folder;
    }

    void first(int wells) throws IOException {
        deliver(changes.first(wells));
    }

    void change(int wells) throws IOException {
        deliver(changes.next(wells));
        if (files % BULLETIN_EVERY == 0) {
            issueBulletin();
        }
    }

    /** The bulletin once more, with changes. */
    void issueBulletin() throws IOException {
        List<Well> changed = bulletin.next(5);
        changed.forEach(well -> inBulletin.put(well.code(), well));
        put("bulletin" + ending, new ArrayList<>(inBulletin.values()), List.of());
        changed.forEach(truth::replaced);
    }

    private void deliver(List<Well> wells) throws IOException {
        List<String> bad = new ArrayList<>();
        rows += wells.size();
        for (; rows >= BAD_EVERY; rows -= BAD_EVERY) {
            bad.add(changes.bad());
        }
        put("wells-%06d%s".formatted(++files, ending), wells, bad);
        wells.forEach(truth::delivered);
        bad.forEach(truth::bad);
    }

    private void put(String name, List<Well> wells, List<String> bad) throws IOException {
        byte[] bytes = layout.text(wells, bad).getBytes(charset);
        if (hasCompanion) {
            Files.deleteIfExists(folder.resolve(name + ".ok"));
        }
        place(name, bytes);
        if (hasCompanion) {
            String claim =
                    "size=%d sha256=%s rows=%d%n".formatted(bytes.length, sha256(bytes), wells.size() + bad.size());
            place(name + ".ok", claim.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void place(String name, byte[] bytes) throws IOException {
        Path half = Files.write(aside.resolve(name), bytes);
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A list of objects or lines, the bad ones behind the others. */
    static String lines(
            List<Well> wells,
            List<String> bad,
            Function<Well, String> good,
            Function<String, String> wrong,
            String between) {
        List<String> lines = new ArrayList<>();
        wells.forEach(well -> lines.add(good.apply(well)));
        bad.forEach(code -> lines.add(wrong.apply(code)));
        return String.join(between, lines);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
