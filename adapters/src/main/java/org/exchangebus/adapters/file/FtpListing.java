package org.exchangebus.adapters.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.parser.DefaultFTPFileEntryParserFactory;
import org.apache.commons.net.ftp.parser.ParserInitializationException;

/**
 * The lines of an FTP listing, counted, and the files among them.
 *
 * <p>A parser that leaves out what it does not understand loses files silently; so both numbers are kept.
 */
final class FtpListing {

    private final Charset charset;
    private final List<RemoteFile> files = new ArrayList<>();
    private int lines;
    private int understood;

    private FtpListing(Charset charset) {
        this.charset = charset;
    }

    /** A listing as MLSD gives it (RFC 3659). */
    static FtpListing machine(byte[] bytes, Charset charset) {
        FtpListing listing = new FtpListing(charset);
        listing.eachLine(bytes, listing::machineLine);
        return listing;
    }

    /** A listing as LIST gives it, in the form that the server's system is known for. */
    static FtpListing human(byte[] bytes, Charset charset, String system) {
        FtpListing listing = new FtpListing(charset);
        FTPFileEntryParser parser = parser(system);
        listing.eachLine(bytes, line -> listing.humanLine(line, parser));
        return listing;
    }

    List<RemoteFile> files() {
        return files;
    }

    int lines() {
        return lines;
    }

    int understood() {
        return understood;
    }

    private interface LineReader {
        boolean understands(String line);
    }

    private void eachLine(byte[] bytes, LineReader reader) {
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                String line = text(Arrays.copyOfRange(bytes, start, end));
                if (!line.isBlank()) {
                    lines++;
                    understood += reader.understands(line) ? 1 : 0;
                }
                start = i + 1;
            }
        }
    }

    /** The line; with U+FFFD at its end, which no file name may have, if it would not come back as the same bytes. */
    private String text(byte[] line) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            return Arrays.equals(text.getBytes(charset), line) ? text : text + '\uFFFD';
        } catch (CharacterCodingException e) {
            return new String(line, charset) + '\uFFFD';
        }
    }

    private boolean machineLine(String line) {
        int blank = line.indexOf(' ');
        if (blank < 1 || line.charAt(blank - 1) != ';') {
            return false;
        }
        Map<String, String> facts = new HashMap<>();
        for (String fact : line.substring(0, blank).split(";")) {
            int equals = fact.indexOf('=');
            if (equals < 1) {
                return false;
            }
            facts.put(fact.substring(0, equals).toLowerCase(Locale.ROOT), fact.substring(equals + 1));
        }
        String type = facts.getOrDefault("type", "");
        String size = facts.getOrDefault("size", "");
        if (!type.equalsIgnoreCase("file")) {
            return !type.isEmpty();
        }
        if (!size.matches("[0-9]{1,18}")) {
            return false;
        }
        files.add(new RemoteFile(line.substring(blank + 1), Long.parseLong(size), facts.getOrDefault("modify", "")));
        return true;
    }

    private boolean humanLine(String line, FTPFileEntryParser parser) {
        if (line.matches("total [0-9]+")) {
            return true;
        }
        FTPFile file = parser.parseFTPEntry(line);
        if (file == null || file.getName() == null) {
            return false;
        }
        if (file.isFile()) {
            String modified = file.getTimestamp() == null
                    ? ""
                    : file.getTimestamp().toInstant().toString();
            files.add(new RemoteFile(file.getName(), file.getSize(), modified));
        }
        return true;
    }

    private static FTPFileEntryParser parser(String system) {
        try {
            return new DefaultFTPFileEntryParserFactory().createFileEntryParser(system);
        } catch (ParserInitializationException e) {
            return new DefaultFTPFileEntryParserFactory().createFileEntryParser("UNIX");
        }
    }
}
