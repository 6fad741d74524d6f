package org.exchangebus.deploy.harness;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** Wells as CSV in GBK on an FTP server, each file with a companion. */
final class FtpDepartment implements Department {

    private static final String PASSWORD = "ftp-of-the-harness";

    private final FileDrop drop;
    private final FtpServer server;
    private final int port;

    FtpDepartment(Path home, Truth truth, long seed, int first) throws IOException, FtpException {
        drop = new FileDrop(home, "FT", ".csv", Charset.forName("GBK"), FtpDepartment::csv, truth, seed);
        drop.first(first);
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        BaseUser user = new BaseUser();
        user.setName("wells");
        user.setPassword(PASSWORD);
        user.setHomeDirectory(drop.folder().toString());
        user.setAuthorities(List.of(new WritePermission(), new ConcurrentLoginPermission(50, 50)));
        factory.getUserManager().save(user);
        server = factory.createServer();
        server.start();
        port = factory.getListener("default").getPort();
    }

    private static String csv(List<Well> wells, List<String> bad) {
        return "CODE,NAME,LEVEL,STEP,GONE\r\n"
                + FileDrop.lines(
                        wells,
                        bad,
                        well -> String.join(
                                ",",
                                well.code(),
                                well.name(),
                                well.level(),
                                "" + well.step(),
                                well.isGone() ? "1" : ""),
                        code -> code + ",坏井,不详,1,",
                        "\r\n")
                + "\r\n";
    }

    @Override
    public String system() {
        return "wells-ftp";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> places() {
        return Map.of();
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public void change(int wells) throws IOException {
        drop.change(wells);
    }

    @Override
    public void close() {
        server.stop();
    }
}
