package org.exchangebus.deploy.command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of the bus. Results go to standard output, everything else to standard error; whatever a
 * person did wrong is told in two lines, without a stack trace.
 */
public final class BusCommandLine {

    private final CommandLine line;
    private final Locale locale;

    BusCommandLine(PrintWriter out, PrintWriter err, Locale locale) {
        this.locale = locale;
        line = new CommandLine(new BusCommand())
                .setResourceBundle(ResourceBundle.getBundle(BusCommand.MESSAGES, locale))
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(24)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler((e, arguments) -> wrongUse(e))
                .setExecutionExceptionHandler((e, command, result) -> told(e, command));
        CommandGroups.into(line, new Words(locale));
    }

    /** On this process's standard output and error, in the language of its environment. */
    public static BusCommandLine onTerminal() {
        return new BusCommandLine(writer(System.out), writer(System.err), Locale.getDefault());
    }

    /** On these, in English. */
    public static BusCommandLine on(PrintWriter out, PrintWriter err) {
        return new BusCommandLine(out, err, Locale.ENGLISH);
    }

    /** In the terminal's character set where that has Chinese, else in UTF-8. */
    private static PrintWriter writer(PrintStream stream) {
        Charset terminal = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        boolean hasChinese = terminal.newEncoder().canEncode('中');
        return new PrintWriter(new OutputStreamWriter(stream, hasChinese ? terminal : StandardCharsets.UTF_8), true);
    }

    /** Runs a command to its end and returns the exit code. */
    public int execute(String... arguments) {
        try {
            return line.execute(arguments);
        } catch (LinkageError e) {
            return told(e, line);
        }
    }

    private int wrongUse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(misuse(e));
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println(say("try.help", command.getCommandSpec().qualifiedName()));
        return ExitCode.WRONG_USE.code();
    }

    private String misuse(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return say("misuse.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return say("misuse.missing", name(missing.getMissing().get(0)));
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            return say("misuse.value", e.getValue(), name(e.getArgSpec()));
        }
        return e.getMessage();
    }

    private String say(String key, Object... values) {
        return ResourceBundle.getBundle(BusCommand.MESSAGES, locale)
                .getString(key)
                .formatted(values);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private int told(Throwable thrown, CommandLine command) {
        ProblemException problem = problem(thrown);
        command.getErr().println(problem.render(locale));
        return ExitCode.of(problem.findings()).code();
    }

    /** The problem behind an exception, however deep a framework has wrapped it. */
    static ProblemException problem(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        LoggerFactory.getLogger(BusCommandLine.class).error("The bus stopped", thrown);
        String log = System.getProperty(Terminal.LOG, "-");
        return new ProblemException(Finding.of("bus", DeployProblem.UNEXPECTED, thrown.toString(), log), thrown);
    }

    private static CommandLine.Help.Ansi colours() {
        return System.getenv("NO_COLOR") != null || System.console() == null
                ? CommandLine.Help.Ansi.OFF
                : CommandLine.Help.Ansi.AUTO;
    }
}
