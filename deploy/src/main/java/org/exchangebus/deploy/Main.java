package org.exchangebus.deploy;

import org.exchangebus.deploy.command.BusCommandLine;

/** Where the process begins; {@code ./bus} calls it. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int code = BusCommandLine.onTerminal().execute(arguments);
        // Also ends threads of libraries that would keep a finished command alive.
        System.exit(code);
    }
}
