package org.exchangebus.deploy.management;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.ReflectionException;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowStatus;

/**
 * One system as a technician sees it: the sum of its flows.
 *
 * <p>Every system has the same attributes, which makes Hawtio show all of them as one table. It is a dynamic
 * MBean because the operations of an annotated one would be cluttered with its getters.
 */
final class SystemBean implements DynamicMBean {

    private record Value(String type, String description, Function<List<FlowStatus>, Object> read) {}

    private static final Map<String, Value> VALUES = values();
    private static final List<String> STATES = List.of("FAILED", "RUNNING", "PAUSED", "IDLE");

    private final String system;
    private final FlowControl flows;
    private final Supplier<String> who;

    SystemBean(String system, FlowControl flows, Supplier<String> who) {
        this.system = system;
        this.flows = flows;
        this.who = who;
    }

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException {
        Value value = VALUES.get(attribute);
        if (value == null) {
            throw new AttributeNotFoundException(attribute);
        }
        return value.read().apply(statuses());
    }

    @Override
    public AttributeList getAttributes(String[] attributes) {
        List<FlowStatus> statuses = statuses();
        AttributeList list = new AttributeList();
        for (String name : attributes) {
            Value value = VALUES.get(name);
            if (value != null) {
                list.add(new Attribute(name, value.read().apply(statuses)));
            }
        }
        return list;
    }

    @Override
    public Object invoke(String operation, Object[] arguments, String[] signature) throws ReflectionException {
        List<String> names = statuses().stream().map(FlowStatus::flow).toList();
        switch (operation) {
            case "pause" -> {
                String reason = reason(arguments);
                if (reason.isEmpty()) {
                    return "A reason is needed; nothing was paused.";
                }
                names.forEach(flow -> flows.pause(flow, who.get(), reason));
                return "Paused: " + String.join(", ", names);
            }
            case "resume" -> {
                names.forEach(flow -> flows.resume(flow, who.get()));
                return "Resumed: " + String.join(", ", names);
            }
            case "runNow" -> {
                names.forEach(flow -> flows.run(flow, who.get()));
                return "Started: " + String.join(", ", names);
            }
            case "redrive" -> {
                String reason = reason(arguments);
                if (reason.isEmpty()) {
                    return "A reason is needed; nothing is sent.";
                }
                names.forEach(flow -> flows.redrive(flow, who.get(), reason));
                return "Asked for: " + String.join(", ", names) + "; requests tells what became of it.";
            }
            case "requests" -> {
                return RequestRows.of(flows, names);
            }
            case "doubts" -> {
                return DoubtRows.of(flows, statuses());
            }
            case "sweep" -> {
                names.forEach(flow -> flows.sweep(flow, who.get(), false));
                return "Everything is taken: " + String.join(", ", names);
            }
            case "letThrough" -> {
                String flow = arguments.length == 1 ? String.valueOf(arguments[0]) : "";
                if (!names.contains(flow)) {
                    return "Name one flow of " + String.join(", ", names) + "; nothing was started.";
                }
                flows.sweep(flow, who.get(), true);
                return "Everything is taken, and what is gone goes: " + flow;
            }
            case "quarantine" -> {
                int limit = arguments.length == 1 && arguments[0] instanceof Number number ? number.intValue() : 50;
                return QuarantineTable.of(flows, names, limit);
            }
            default -> throw new ReflectionException(new NoSuchMethodException(operation));
        }
    }

    private static String reason(Object[] arguments) {
        return arguments.length == 1 && arguments[0] != null
                ? arguments[0].toString().strip()
                : "";
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName() + " cannot be written");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributes = VALUES.entrySet().stream()
                .map(entry -> new MBeanAttributeInfo(
                        entry.getKey(),
                        entry.getValue().type(),
                        entry.getValue().description(),
                        true,
                        false,
                        false))
                .toArray(MBeanAttributeInfo[]::new);
        return new MBeanInfo(
                SystemBean.class.getName(),
                "One legacy system: the sum of its flows.",
                attributes,
                null,
                new MBeanOperationInfo[] {
                    operation(
                            "pause",
                            "Lets the schedule pass this system by, also after a restart; an open run is finished.",
                            new MBeanParameterInfo("reason", String.class.getName(), "Why; kept in the ledger.")),
                    operation("resume", "Lets the schedule run this system again."),
                    operation("runNow", "Starts a run of each flow; where one is open, that one is meant."),
                    operation("sweep", "Takes everything from each source, whatever the cursor says."),
                    operation(
                            "letThrough",
                            "Takes everything from one source and marks as deleted, once, however much is gone there.",
                            new MBeanParameterInfo("flow", String.class.getName(), "One of Flows.")),
                    operation(
                            "redrive",
                            "Sends what the proven runs landed once more; what the hub holds stays as it is.",
                            new MBeanParameterInfo("reason", String.class.getName(), "Why; kept in the audit.")),
                    operation("requests", "What people asked for, and what became of it; the newest first."),
                    operation("doubts", "What is doubtful about records that the last runs delivered."),
                    operation(
                            "quarantine",
                            "Records and files that wait in quarantine and why, those met last first.",
                            new MBeanParameterInfo("limit", "int", "How many at most; 1 to 500."))
                },
                null);
    }

    private static MBeanOperationInfo operation(String name, String description, MBeanParameterInfo... parameters) {
        return new MBeanOperationInfo(name, description, parameters, String.class.getName(), MBeanOperationInfo.ACTION);
    }

    private List<FlowStatus> statuses() {
        return flows.statuses().stream()
                .filter(status -> status.system().equals(system))
                .toList();
    }

    private static Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("System", text("Name of the system's folder.", all -> first(all, FlowStatus::system)));
        values.put("Department", text("The owner.", all -> first(all, FlowStatus::department)));
        values.put("Kind", text("Protocol.", all -> first(all, FlowStatus::kind)));
        values.put("Flows", text("What it is carried by.", all -> joined(all, FlowStatus::flow)));
        values.put(
                "State",
                text("FAILED (a run is red), RUNNING, PAUSED or IDLE; the worst of its flows.", SystemBean::state));
        values.put("StateReason", text("Why it is red, paused or waiting.", SystemBean::reason));
        values.put("LastSuccess", text("When a run was last proven.", all -> latest(all, FlowStatus::lastSuccess)));
        values.put("NextRun", text("When the schedule fires next.", all -> earliest(all, FlowStatus::nextRun)));
        values.put("Read", number("Rows read by the last runs.", FlowStatus::read));
        values.put("Delivered", number("Records delivered by the last runs.", FlowStatus::delivered));
        values.put("Unchanged", number("Records that the hub held already.", FlowStatus::unchanged));
        values.put("Quarantined", number("Records quarantined by the last runs.", FlowStatus::quarantined));
        values.put("Filtered", number("Rows that the mapping leaves out.", FlowStatus::filtered));
        values.put("Removed", number("Records that are gone at the source.", FlowStatus::removed));
        values.put("Doubts", number("Doubts about records that the last runs delivered.", FlowStatus::doubts));
        values.put("RedRuns", number("Runs that are red until somebody closes them.", FlowStatus::redRuns));
        values.put("ReadToday", number("Rows read today.", FlowStatus::readToday));
        values.put("DeliveredToday", number("Records delivered today.", FlowStatus::deliveredToday));
        values.put("QuarantinedToday", number("Records quarantined today.", FlowStatus::quarantinedToday));
        values.put(
                "LagSeconds",
                new Value(
                        "long",
                        "Seconds since the oldest last proven run began; -1 before the first.",
                        all -> all.stream().anyMatch(status -> status.lagSeconds() < 0)
                                ? -1L
                                : all.stream()
                                        .mapToLong(FlowStatus::lagSeconds)
                                        .max()
                                        .orElse(-1)));
        return values;
    }

    private static Value text(String description, Function<List<FlowStatus>, Object> read) {
        return new Value(String.class.getName(), description, read);
    }

    private static Value number(String description, ToLongFunction<FlowStatus> read) {
        return new Value(
                "long", description, all -> all.stream().mapToLong(read).sum());
    }

    private static String first(List<FlowStatus> all, Function<FlowStatus, String> read) {
        return all.isEmpty() ? "" : read.apply(all.get(0));
    }

    private static String joined(List<FlowStatus> all, Function<FlowStatus, String> read) {
        return String.join(", ", all.stream().map(read).toList());
    }

    private static String state(List<FlowStatus> all) {
        return all.stream()
                .map(FlowStatus::state)
                .min(Comparator.comparingInt(STATES::indexOf))
                .orElse("IDLE");
    }

    private static String reason(List<FlowStatus> all) {
        return String.join(
                "; ",
                all.stream()
                        .filter(status -> status.stateReason() != null)
                        .map(status -> status.flow() + ": " + status.stateReason())
                        .toList());
    }

    private static String latest(List<FlowStatus> all, Function<FlowStatus, Instant> read) {
        return all.stream()
                .map(read)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse("never");
    }

    private static String earliest(List<FlowStatus> all, Function<FlowStatus, Instant> read) {
        return all.stream()
                .map(read)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse("not scheduled");
    }
}
