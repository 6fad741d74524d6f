package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.workbench.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus explain}: what a problem's code means and how to mend it, or what a function of the language does. */
@Command(name = "explain", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE|FUNCTION", arity = "0..1", descriptionKey = "explain.name")
    private @Nullable String name;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        Topics topics = new Topics(spec.commandLine().getOut(), Words.of(spec).locale(), format);
        if (name == null) {
            topics.list();
        } else {
            topics.tell(name);
        }
        return ExitCode.FINE.code();
    }
}
