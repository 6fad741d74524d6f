package org.exchangebus.deploy.command;

import java.util.List;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.YamlProblem;
import org.exchangebus.transformers.problem.MappingProblem;

/** What the process says to the shell; part of the contract. 130, interrupted, is the JVM's own answer to SIGINT. */
enum ExitCode {
    FINE(0),
    FINDINGS(1),
    WRONG_USE(2),
    CANNOT_REACH(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The code where a file that was named as an argument cannot be used: one that is no YAML is the wrong file. */
    static ExitCode ofArgument(List<Finding> findings) {
        Problem problem = findings.get(0).problem();
        return problem instanceof YamlProblem || problem == SchemaProblem.NOT_YAML ? WRONG_USE : of(findings);
    }

    /** The code for a start that was refused. */
    static ExitCode of(List<Finding> findings) {
        Problem problem = findings.get(0).problem();
        if (problem == SchemaProblem.FILE_UNREADABLE || problem == MappingProblem.UNKNOWN_MAPPING) {
            return WRONG_USE;
        }
        if (!(problem instanceof DeployProblem deploy)) {
            return FINDINGS;
        }
        return switch (deploy) {
            case DATABASE_DID_NOT_START,
                    DATABASE_IS_FOREIGN,
                    DATABASE_UNREACHABLE,
                    BROKER_DID_NOT_START,
                    BROKER_UNREACHABLE,
                    UNEXPECTED -> CANNOT_REACH;
            case FLOW_UNFINISHED, FLOW_FAILED -> FINDINGS;
            default -> WRONG_USE;
        };
    }
}
