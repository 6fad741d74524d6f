package org.exchangebus.adapters.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.AbstractCommand;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.command.impl.USER;
import org.apache.ftpserver.command.impl.listing.DirectoryLister;
import org.apache.ftpserver.command.impl.listing.FileFormater;
import org.apache.ftpserver.command.impl.listing.LISTFileFormater;
import org.apache.ftpserver.command.impl.listing.ListArgumentParser;
import org.apache.ftpserver.command.impl.listing.NLSTFileFormater;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFilter;
import org.apache.mina.filter.codec.ProtocolEncoderAdapter;
import org.apache.mina.filter.codec.ProtocolEncoderOutput;
import org.apache.mina.filter.codec.textline.TextLineDecoder;

/**
 * An FTP server as departments have run it since 2005: one user, names in GBK, listings by LIST only.
 *
 * <p>Apache FtpServer speaks UTF-8 alone; so the codec of a session is replaced at its first command, and the
 * listings are written in GBK.
 */
final class GbkFtpServer implements AutoCloseable {

    private static final Charset GBK = Charset.forName("GBK");

    private final FtpServer server;
    private final int port;

    private GbkFtpServer(FtpServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static GbkFtpServer start(Path root, String user, String password) throws IOException {
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress(InetAddress.getLoopbackAddress().getHostAddress());
        listener.setPort(0);
        CommandFactoryFactory commands = new CommandFactoryFactory();
        commands.addCommand("USER", new GbkUser());
        commands.addCommand("LIST", new GbkList(new LISTFileFormater()));
        commands.addCommand("NLST", new GbkList(new NLSTFileFormater()));
        for (String unknown : List.of("FEAT", "MLSD", "MLST", "OPTS")) {
            commands.addCommand(unknown, new NotKnown());
        }
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setAnonymousLoginEnabled(false);
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        factory.setCommandFactory(commands.createCommandFactory());
        factory.setConnectionConfig(connections.createConnectionConfig());
        try {
            factory.setUserManager(users(root, user, password));
            FtpServer server = factory.createServer();
            server.start();
            return new GbkFtpServer(server, factory.getListener("default").getPort());
        } catch (FtpException e) {
            throw new IOException(e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static UserManager users(Path root, String name, String password) throws FtpException {
        PropertiesUserManagerFactory factory = new PropertiesUserManagerFactory();
        factory.setPasswordEncryptor(new ClearTextPasswordEncryptor());
        UserManager users = factory.createUserManager();
        BaseUser user = new BaseUser();
        user.setName(name);
        user.setPassword(password);
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission(), new ConcurrentLoginPermission(20, 20)));
        users.save(user);
        return users;
    }

    /** Switches the session to GBK; what came before is ASCII. */
    private static final class GbkUser extends USER {

        @Override
        public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request)
                throws IOException, FtpException {
            TextLineDecoder decoder = new TextLineDecoder(GBK);
            // What the decoder before keeps in the session would go on decoding, in UTF-8.
            forget(session, decoder);
            session.getFilterChain().replace("codec", new ProtocolCodecFilter(new GbkEncoder(), decoder));
            super.execute(session, context, request);
        }

        private static void forget(FtpIoSession session, TextLineDecoder decoder) throws FtpException {
            try {
                decoder.dispose(session);
            } catch (Exception e) {
                throw new FtpException(e.toString());
            }
        }
    }

    private static final class GbkEncoder extends ProtocolEncoderAdapter {

        @Override
        public void encode(IoSession session, Object message, ProtocolEncoderOutput out) {
            out.write(IoBuffer.wrap(message.toString().getBytes(GBK)));
        }
    }

    private static final class GbkList extends AbstractCommand {

        private final FileFormater formater;

        GbkList(FileFormater formater) {
            this.formater = formater;
        }

        @Override
        public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request)
                throws IOException, FtpException {
            session.write(new DefaultFtpReply(FtpReply.REPLY_150_FILE_STATUS_OKAY, "Listing follows."));
            String listing = new DirectoryLister()
                    .listFiles(ListArgumentParser.parse(request.getArgument()), session.getFileSystemView(), formater);
            try {
                DataConnection data = session.getDataConnection().openConnection();
                data.transferToClient(session.getFtpletSession(), new ByteArrayInputStream(listing.getBytes(GBK)));
                session.write(new DefaultFtpReply(FtpReply.REPLY_226_CLOSING_DATA_CONNECTION, "Listed."));
            } catch (Exception e) {
                session.write(new DefaultFtpReply(FtpReply.REPLY_425_CANT_OPEN_DATA_CONNECTION, "No data connection."));
            } finally {
                session.getDataConnection().closeDataConnection();
            }
        }
    }

    private static final class NotKnown extends AbstractCommand {

        @Override
        public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
            session.write(new DefaultFtpReply(FtpReply.REPLY_502_COMMAND_NOT_IMPLEMENTED, "Command not known."));
        }
    }
}
