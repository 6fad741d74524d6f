package org.exchangebus.adapters.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;

/** A directory of an SFTP server. */
final class SftpDirectory implements RemoteDirectory {

    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final SftpServerAddress server;
    private final String directory;
    private final SshClient client;
    private final SftpClient sftp;

    SftpDirectory(SftpServerAddress server, String directory, SshClient client, SftpClient sftp) {
        this.server = server;
        this.directory = directory.endsWith("/") ? directory : directory + "/";
        this.client = client;
        this.sftp = sftp;
        sftp.setNameDecodingCharset(server.names());
    }

    void requireThere() throws IOException {
        try {
            if (sftp.stat(directory).isDirectory()) {
                return;
            }
        } catch (SftpException e) {
            throw server.problem(FileProblem.NO_DIRECTORY, server.name(), directory);
        }
        throw server.problem(FileProblem.NO_DIRECTORY, server.name(), directory);
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
        List<RemoteFile> files = new ArrayList<>();
        for (SftpClient.DirEntry entry : sftp.readEntries(directory)) {
            SftpClient.Attributes attributes = entry.getAttributes();
            if (attributes.isRegularFile()) {
                String modified = String.valueOf(attributes.getModifyTime());
                files.add(new RemoteFile(entry.getFilename(), attributes.getSize(), modified));
            }
        }
        return Listing.of(files);
    }

    @Override
    public long fetch(String name, OutputStream to) throws IOException {
        try (InputStream in = sftp.read(directory + name)) {
            return RemoteDirectory.copy(in, to, server::lost);
        } catch (SftpException e) {
            throw refused("READ", name, e);
        }
    }

    @Override
    public void move(String name, String below, String newName) throws IOException {
        try {
            sftp.stat(directory + below);
        } catch (SftpException e) {
            sftp.mkdir(directory + below);
        }
        rename(name, below + "/" + newName);
    }

    @Override
    public void moveBack(String path, String name) throws IOException {
        rename(path, name);
    }

    private void rename(String from, String to) throws IOException {
        try {
            sftp.rename(directory + from, directory + to);
        } catch (SftpException e) {
            throw refused("RENAME", from, e);
        }
    }

    private RuntimeException refused(String command, String name, SftpException e) {
        return server.problem(FileProblem.SERVER_REFUSED, server.name(), command, name, String.valueOf(e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        try {
            sftp.close();
            sftp.getClientSession().close(false).await(GOODBYE);
        } finally {
            client.stop();
        }
    }
}
