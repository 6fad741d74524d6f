package org.exchangebus.adapters.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPReply;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.Settings;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.ProblemException;

/** An FTP server and how it is spoken to: always passive, always binary, in a declared charset. */
record FtpServerAddress(
        String flow,
        String host,
        int port,
        String user,
        Secret password,
        Charset charset,
        boolean mayPointElsewhere,
        Duration connectTimeout,
        Duration readTimeout)
        implements RemoteServer {

    static FtpServerAddress of(String flow, Settings connection) {
        return new FtpServerAddress(
                flow,
                connection.text("host"),
                connection.number("port", 21),
                connection.text("user"),
                connection.secret("password"),
                Charset.forName(connection.text("control-charset")),
                connection.text("passive-address", "must-agree").equals("ignored"),
                connection.duration("connect-timeout", Duration.ofSeconds(20)),
                connection.duration("read-timeout", Duration.ofSeconds(60)));
    }

    String name() {
        return host + ":" + port;
    }

    @Override
    public RemoteDirectory connect(String directory) {
        FtpDirectory connected = new FtpDirectory(this, directory);
        connected.open();
        return connected;
    }

    /** A client that is logged in, in the directory, in binary. */
    GuardedFtpClient open(String directory) {
        GuardedFtpClient client = new GuardedFtpClient(this);
        try {
            client.connect(host, port);
            client.setSoTimeout((int) readTimeout.toMillis());
            if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
                throw problem(FileProblem.CANNOT_CONNECT, name(), reply(client));
            }
            if (!client.login(user, password.reveal())) {
                throw problem(FileProblem.LOGIN_REFUSED, name(), user);
            }
            if (!client.changeWorkingDirectory(directory)) {
                throw problem(FileProblem.NO_DIRECTORY, name(), directory);
            }
            if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
                throw problem(FileProblem.SERVER_REFUSED, name(), "TYPE I", directory, reply(client));
            }
            client.enterLocalPassiveMode();
            return client;
        } catch (IOException e) {
            client.end();
            throw new ProblemException(
                    Finding.of(flow, FileProblem.CANNOT_CONNECT, name(), String.valueOf(e.getMessage())), e);
        } catch (ProblemException e) {
            client.end();
            throw e;
        }
    }

    ProblemException lost(IOException e) {
        return new ProblemException(
                Finding.of(flow, FileProblem.CONNECTION_LOST, name(), String.valueOf(e.getMessage())), e);
    }

    ProblemException problem(Problem problem, String... arguments) {
        return new ProblemException(Finding.of(flow, problem, arguments));
    }

    static String reply(GuardedFtpClient client) {
        return String.valueOf(client.getReplyString()).strip();
    }
}
