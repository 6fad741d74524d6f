package org.exchangebus.adapters.file;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.exchangebus.adapters.Protocol;
import org.exchangebus.adapters.Source;
import org.exchangebus.adapters.SourceSettings;

/** Files of an FTP server. */
public final class FtpProtocol implements Protocol {

    @Override
    public String name() {
        return "ftp";
    }

    @Override
    public List<URL> schemas() {
        URL files = Objects.requireNonNull(getClass().getResource("files.schema.json"));
        return List.of(schema(), files);
    }

    @Override
    public Source open(SourceSettings settings) {
        return FileSources.of(settings, FtpServerAddress.of(settings.flow().name(), settings.connection()));
    }
}
