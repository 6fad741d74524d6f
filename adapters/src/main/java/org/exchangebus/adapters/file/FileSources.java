package org.exchangebus.adapters.file;

import java.time.Duration;
import org.exchangebus.adapters.Settings;
import org.exchangebus.adapters.SourceSettings;
import org.exchangebus.adapters.format.FileFormats;
import org.jspecify.annotations.Nullable;

/** Makes file sources from their settings, whatever the server. */
final class FileSources {

    private FileSources() {}

    static FileSource of(SourceSettings settings, RemoteServer server) {
        Settings source = settings.source();
        Settings companion = source.section("companion");
        Settings after = source.section("after");
        ArrivalRules rules = new ArrivalRules(
                ArrivalRules.glob(source.text("pattern", "*")),
                companion.text("suffix", ""),
                companion.flag("required", companion.has("suffix")),
                source.duration("settled-for", Duration.ofSeconds(5)));
        FileSource.Place place =
                new FileSource.Place(source.text("directory"), target(after, "delivered"), target(after, "held"));
        return new FileSource(
                server,
                place,
                rules,
                FileFormats.of(source, settings.folder()),
                duration -> Thread.sleep(duration.toMillis()));
    }

    /** The directory in {@code move <directory>/}; null for {@code leave}. */
    private static @Nullable String target(Settings after, String key) {
        String what = after.text(key, "leave");
        return what.equals("leave") ? null : what.substring("move ".length()).replaceAll("/+$", "");
    }
}
