package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final StringWriter err = new StringWriter();

    @Test
    void writesPlainLinesWhereNobodyWatches() {
        Terminal terminal = new Terminal(new PrintWriter(err), false);
        terminal.doing("one");
        terminal.doing("two");
        terminal.say("three");
        assertThat(err.toString().lines()).containsExactly("one", "two", "three");
    }

    @Test
    void replacesTheLivingLineOnATerminal() {
        Terminal terminal = new Terminal(new PrintWriter(err), true);
        terminal.doing("启动");
        terminal.say("here");
        assertThat(err.toString()).isEqualTo("启动\r    \rhere" + System.lineSeparator());
    }
}
