package org.exchangebus.deploy.console;

import java.util.Optional;
import org.exchangebus.deploy.data.Secrets;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Who may log in to the console; the password is made at the first start, and only its hash is kept.
 *
 * @param name the login
 * @param hash what is kept
 * @param firstPassword the password, at the start that made it and never again
 */
public record ConsoleUser(String name, String hash, Optional<String> firstPassword) {

    static final PasswordEncoder ENCODER = new BCryptPasswordEncoder(11);

    private static final String NAME = "admin";
    private static final String FILE = "console-admin.bcrypt";

    /** The user whose hash is kept here; made where there is none. To get a new password, delete that file. */
    public static ConsoleUser keptIn(Secrets secrets) {
        Optional<String> kept = secrets.find(FILE);
        if (kept.isPresent()) {
            return new ConsoleUser(NAME, kept.get(), Optional.empty());
        }
        String password = Secrets.random();
        String hash = ENCODER.encode(password);
        secrets.put(FILE, hash);
        return new ConsoleUser(NAME, hash, Optional.of(password));
    }

    @Override
    public String toString() {
        return name;
    }
}
