package org.exchangebus.adapters.file;

/**
 * One file as a server lists it.
 *
 * @param name its name, one plain segment that goes back to the server as it came
 * @param size bytes
 * @param modified the server's own word for when it was written; compared, never believed
 */
record RemoteFile(String name, long size, String modified) {

    /** Whether a name is one plain segment, so that no command can reach anywhere else with it. */
    static boolean isPlainSegment(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return false;
        }
        return name.chars().noneMatch(c -> c == '/' || c == '\\' || c < 0x20 || c == 0x7F || c == 0xFFFD);
    }
}
