package org.exchangebus.adapters.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.net.ftp.FTPCmd;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A directory of an FTP server; connects again when the control connection was cut during a download. */
final class FtpDirectory implements RemoteDirectory {

    private final FtpServerAddress server;
    private final String directory;
    private @Nullable GuardedFtpClient client;

    FtpDirectory(FtpServerAddress server, String directory) {
        this.server = server;
        this.directory = directory;
    }

    GuardedFtpClient open() {
        GuardedFtpClient connected = client;
        if (connected == null) {
            connected = server.open(directory);
            client = connected;
        }
        return connected;
    }

    @Override
    public Listing list() {
        try {
            return listed();
        } catch (IOException e) {
            throw server.lost(e);
        }
    }

    private Listing listed() throws IOException {
        GuardedFtpClient connected = open();
        boolean isMachineListing = connected.hasMachineListing();
        byte[] bytes = connected.rawListing(isMachineListing ? FTPCmd.MLSD : FTPCmd.LIST);
        FtpListing listing = isMachineListing
                ? FtpListing.machine(bytes, server.charset())
                : FtpListing.human(bytes, server.charset(), systemOf(connected));
        if (listing.understood() != listing.lines()) {
            throw server.problem(
                    FileProblem.UNREADABLE_LISTING,
                    String.valueOf(listing.lines()),
                    directory,
                    String.valueOf(listing.understood()));
        }
        return Listing.of(listing.files());
    }

    private static String systemOf(GuardedFtpClient connected) {
        try {
            return connected.getSystemType();
        } catch (IOException e) {
            return "UNIX";
        }
    }

    @Override
    public long fetch(String name, OutputStream to) throws IOException {
        GuardedFtpClient connected = open();
        long received;
        try (InputStream in = connected.retrieveFileStream(name)) {
            if (in == null) {
                throw refused(connected, "RETR", name);
            }
            received = RemoteDirectory.copy(in, to, server::lost);
        }
        complete(connected, name);
        return received;
    }

    private void complete(GuardedFtpClient connected, String name) {
        try {
            if (!connected.completePendingCommand()) {
                throw refused(connected, "RETR", name);
            }
        } catch (IOException e) {
            // The control connection died during the download; what came is judged by its size and digest.
            connected.end();
            client = null;
        }
    }

    @Override
    public void move(String name, String below, String newName) throws IOException {
        GuardedFtpClient connected = open();
        connected.makeDirectory(below);
        rename(connected, name, below + "/" + newName);
    }

    @Override
    public void moveBack(String path, String name) throws IOException {
        rename(open(), path, name);
    }

    private void rename(GuardedFtpClient connected, String from, String to) throws IOException {
        if (!connected.rename(from, to)) {
            throw refused(connected, "RNTO", from);
        }
    }

    private ProblemException refused(GuardedFtpClient connected, String command, String name) {
        return server.problem(
                FileProblem.SERVER_REFUSED, server.name(), command, name, FtpServerAddress.reply(connected));
    }

    @Override
    public void close() {
        if (client != null) {
            client.end();
        }
    }
}
