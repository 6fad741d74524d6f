package org.exchangebus.schemas.document;

import java.util.List;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;

/** A text stops being YAML that the bus reads: where and why, for the finding of whoever reads it. */
public final class YamlFault extends Exception {

    private final int line;
    private final int column;
    private final transient Problem problem;
    private final transient List<String> arguments;

    YamlFault(int line, int column, Problem problem, String... arguments) {
        super(problem.code(), null, false, false);
        this.line = line;
        this.column = column;
        this.problem = problem;
        this.arguments = List.of(arguments);
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    public Problem problem() {
        return problem;
    }

    public List<String> arguments() {
        return arguments;
    }

    /** What is wrong with a file. */
    public Finding in(String file) {
        return new Finding(file + ":" + line + ":" + column, problem, arguments);
    }
}
