package org.exchangebus.adapters.file;

import java.io.IOException;

/** A server that holds files. Immutable. */
interface RemoteServer {

    /** Connects, proves who is there, and goes into a directory. */
    RemoteDirectory connect(String directory) throws IOException;
}
