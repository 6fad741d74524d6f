package org.exchangebus.deploy.command;

import org.exchangebus.deploy.application.Exchange;
import org.exchangebus.deploy.application.Infrastructure;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.demo.Departments;

/** Tells where everything is once it runs. */
final class Invitation {

    private final Words words;
    private final Terminal terminal;

    Invitation(Words words, Terminal terminal) {
        this.words = words;
        this.terminal = terminal;
    }

    void say(Exchange exchange, Infrastructure infrastructure, Departments departments, DataDirectory data) {
        terminal.say(words.say("invitation.departments"));
        departments.invitations().forEach(line -> terminal.say("  " + line));
        terminal.say(words.say(
                "invitation.database",
                infrastructure.databaseAddress().url().replace("jdbc:", ""),
                infrastructure.databaseAddress().user(),
                data.secrets().path("postgres")));
        console(exchange, "127.0.0.1", data);
        terminal.say(words.say("invitation.end"));
    }

    void console(Exchange exchange, String address, DataDirectory data) {
        exchange.webPort()
                .ifPresent(port -> terminal.say(
                        words.say("invitation.console", "http://" + address + ":" + port + "/actuator/hawtio")));
        terminal.say(exchange.firstPassword()
                .map(password -> words.say("invitation.password", password))
                .orElseGet(() ->
                        words.say("invitation.password.known", data.secrets().path("console-admin.bcrypt"))));
    }
}
