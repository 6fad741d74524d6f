package org.exchangebus.deploy.command;

import java.io.PrintWriter;
import java.util.Locale;

/** The command line for tests of other packages. */
public final class Shell {

    private Shell() {}

    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return new BusCommandLine(out, err, Locale.ENGLISH).execute(arguments);
    }
}
