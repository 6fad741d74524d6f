package org.exchangebus.deploy.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands in the help, by what a person is about to do. */
final class CommandGroups implements IHelpSectionRenderer {

    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("group.try", List.of("demo", "bench"));
        GROUPS.put("group.system", List.of("catalogue", "validate", "test", "map", "explain", "lineage"));
        GROUPS.put("group.operate", List.of("run", "ledger", "quarantine", "audit", "doctor"));
    }

    private final Words words;

    private CommandGroups(Words words) {
        this.words = words;
    }

    /** Lets the help of a command show its subcommands in groups. */
    static void into(CommandLine line, Words words) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups(words));
    }

    @Override
    public String render(Help help) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        List<String> sections = new ArrayList<>();
        GROUPS.forEach((group, names) -> {
            Map<String, Help> found = new LinkedHashMap<>();
            names.stream().filter(left::containsKey).forEach(name -> found.put(name, left.remove(name)));
            sections.add(section(words.say(group), found, help));
        });
        sections.add(section(words.say("group.other"), left, help));
        return sections.stream().filter(section -> !section.isEmpty()).collect(Collectors.joining());
    }

    private static String section(String title, Map<String, Help> commands, Help help) {
        if (commands.isEmpty()) {
            return "";
        }
        return help.createHeading("  %s%n", title) + help.commandList(commands).indent(2);
    }
}
