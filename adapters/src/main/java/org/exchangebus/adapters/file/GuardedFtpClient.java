package org.exchangebus.adapters.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.net.MalformedServerReplyException;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPCmd;

/** commons-net's client, that gives the raw lines of a listing and does not follow the server to another host. */
final class GuardedFtpClient extends FTPClient {

    private static final Pattern PASSIVE = Pattern.compile("(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),\\d+,\\d+");
    private static final int LARGEST_LISTING = 64 << 20;

    private final FtpServerAddress server;

    GuardedFtpClient(FtpServerAddress server) {
        this.server = server;
        setControlEncoding(server.charset().name());
        setAutodetectUTF8(false);
        setConnectTimeout((int) server.connectTimeout().toMillis());
        setDefaultTimeout((int) server.readTimeout().toMillis());
        setDataTimeout(server.readTimeout());
    }

    @Override
    protected void _parsePassiveModeReply(String reply) throws MalformedServerReplyException {
        Matcher matcher = PASSIVE.matcher(reply);
        if (matcher.find() && !server.mayPointElsewhere()) {
            String told = String.join(".", matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
            if (!told.equals(getRemoteAddress().getHostAddress())) {
                throw server.problem(FileProblem.OTHER_DATA_HOST, server.name(), told);
            }
        }
        // The address in the reply is not used in any case, only its port.
        super._parsePassiveModeReply(reply);
    }

    boolean hasMachineListing() throws IOException {
        return hasFeature(FTPCmd.MLST.getCommand()) || hasFeature(FTPCmd.MLSD.getCommand());
    }

    /** The bytes of a listing of the working directory. */
    byte[] rawListing(FTPCmd command) throws IOException {
        ByteArrayOutputStream listing = new ByteArrayOutputStream();
        try (Socket socket = _openDataConnection_(command, null)) {
            if (socket == null) {
                throw refused(command);
            }
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[64 << 10];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                listing.write(buffer, 0, read);
                if (listing.size() > LARGEST_LISTING) {
                    throw new IOException("The listing does not end");
                }
            }
        }
        if (!completePendingCommand()) {
            throw refused(command);
        }
        return listing.toByteArray();
    }

    private IOException refused(FTPCmd command) {
        return new IOException(command.getCommand().toUpperCase(Locale.ROOT) + ": " + FtpServerAddress.reply(this));
    }

    /** Says goodbye if the server still listens. */
    void end() {
        try {
            if (isConnected()) {
                quit();
            }
        } catch (IOException e) {
            // It hung up first.
        } finally {
            try {
                disconnect();
            } catch (IOException e) {
                // Nothing is left to close.
            }
        }
    }
}
