package org.exchangebus.adapters;

import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.SystemFolder;

/**
 * What an owner wrote about one source, checked.
 *
 * @param folder the system's folder, for files that a setting names
 * @param flow what every protocol has: names, schedule, mapping, resource
 * @param connection the settings below {@code connection}
 * @param source the settings of the source itself
 */
public record SourceSettings(SystemFolder folder, Flow flow, Settings connection, Settings source) {}
