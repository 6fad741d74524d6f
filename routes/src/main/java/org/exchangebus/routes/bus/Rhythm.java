package org.exchangebus.routes.bus;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Flow;
import org.quartz.CronExpression;

/**
 * When a flow runs, told to Quartz.
 *
 * <p>Quartz counts weekdays from 1 for Sunday, Unix from 0; a weekday is therefore always handed over by name.
 */
final class Rhythm {

    private static final Pattern EVERY = Pattern.compile("every ([1-9][0-9]{0,5})([smh])");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private Rhythm() {}

    /** The Quartz endpoint's query of one of a flow's rhythms. */
    static String query(Flow flow, String rhythm) {
        Matcher every = EVERY.matcher(rhythm);
        if (every.matches()) {
            return "trigger.repeatInterval=" + interval(every).toMillis() + "&trigger.repeatCount=-1";
        }
        return "cron=" + cron(flow, rhythm).replace(' ', '+') + "&trigger.timeZone=" + zone(flow.zone());
    }

    private static String zone(ZoneId zone) {
        return zone.getId().replace("+", "%2B");
    }

    private static Duration interval(Matcher every) {
        long count = Long.parseLong(every.group(1));
        return switch (every.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /** Six fields as Quartz has them. */
    static String cron(Flow flow, String rhythm) {
        String[] fields = rhythm.strip().split("\\s+");
        if (fields.length != 5) {
            throw unknown(flow, rhythm, fields.length + " fields");
        }
        boolean anyDay = fields[2].equals("*");
        boolean anyWeekday = fields[4].equals("*");
        if (!anyDay && !anyWeekday) {
            throw new ProblemException(Finding.of(flow.name(), RoutesProblem.RHYTHM_NAMES_TWO_KINDS_OF_DAY, rhythm));
        }
        String day = anyWeekday ? fields[2] : "?";
        String weekday = anyWeekday ? "?" : weekdays(flow, rhythm, fields[4]);
        String cron = String.join(" ", "0", fields[0], fields[1], day, fields[3], weekday);
        try {
            CronExpression.validateExpression(cron);
        } catch (java.text.ParseException e) {
            throw unknown(flow, rhythm, e.getMessage());
        }
        return cron;
    }

    private static String weekdays(Flow flow, String rhythm, String field) {
        TreeSet<Integer> days = new TreeSet<>();
        for (String part : field.toUpperCase(Locale.ROOT).split(",")) {
            String[] range = part.split("/", 2);
            int step = range.length == 1 ? 1 : number(flow, rhythm, range[1], 1, 7);
            String[] bounds = range[0].equals("*") ? new String[] {"0", "6"} : range[0].split("-", 2);
            int first = weekday(flow, rhythm, bounds[0]);
            int last = bounds.length == 2 ? weekday(flow, rhythm, bounds[1]) : range.length == 2 ? 6 : first;
            if (last < first) {
                throw unknown(flow, rhythm, "weekdays '" + part + "'");
            }
            for (int day = first; day <= last; day += step) {
                days.add(day % 7);
            }
        }
        List<String> names = new ArrayList<>();
        days.forEach(day -> names.add(WEEKDAYS.get(day)));
        return String.join(",", names);
    }

    private static int weekday(Flow flow, String rhythm, String text) {
        int named = WEEKDAYS.indexOf(text);
        return named >= 0 ? named : number(flow, rhythm, text, 0, 7);
    }

    private static int number(Flow flow, String rhythm, String text, int least, int greatest) {
        if (!text.matches("[0-9]") || text.charAt(0) - '0' < least || text.charAt(0) - '0' > greatest) {
            throw unknown(flow, rhythm, "weekday '" + text + "'");
        }
        return text.charAt(0) - '0';
    }

    private static ProblemException unknown(Flow flow, String rhythm, String why) {
        return new ProblemException(Finding.of(flow.name(), RoutesProblem.RHYTHM_IS_UNKNOWN, rhythm, why));
    }
}
