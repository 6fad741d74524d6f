package org.exchangebus.deploy.check;

import java.io.ObjectInputFilter;
import java.util.List;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;

/** No class arrives in this process by Java serialisation, whichever library would read it. */
public final class SerialFilter implements SelfCheck {

    private static final String NOTHING = "!*";

    /** Sets the filter of the process where the launcher or a person has set none. */
    public static void setWhereAbsent() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(NOTHING));
        }
    }

    private final ObjectInputFilter filter;

    SerialFilter() {
        this(ObjectInputFilter.Config.getSerialFilter());
    }

    SerialFilter(ObjectInputFilter filter) {
        this.filter = filter;
    }

    @Override
    public String name() {
        return "no-serialisation";
    }

    @Override
    public CheckResult look() {
        String found = String.valueOf(filter);
        boolean refuses = filter != null && filter.checkInput(new AnyClass()) == ObjectInputFilter.Status.REJECTED;
        return CheckResult.of(
                found, refuses ? List.of() : List.of(Finding.of("jvm", DeployProblem.SERIALISATION_IS_OPEN, found)));
    }

    /** A class that would be let in by every list that names what is harmless. */
    private static final class AnyClass implements ObjectInputFilter.FilterInfo {

        @Override
        public Class<?> serialClass() {
            return java.util.ArrayList.class;
        }

        @Override
        public long arrayLength() {
            return -1;
        }

        @Override
        public long depth() {
            return 1;
        }

        @Override
        public long references() {
            return 1;
        }

        @Override
        public long streamBytes() {
            return 1;
        }
    }
}
