package org.exchangebus.routes.stage;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bus and a hub in a process of their own, to be killed; ends by itself when its one run is balanced. */
public final class Child {

    private Child() {}

    /** What the registry holds in the end of the i-th record. */
    public static String record(int i) {
        return "G%06d name %d".formatted(i, i);
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(arguments[1]);
        Stage stage = new Stage(directory, new Database(dataSource));
        Path asked = directory.resolve("asked");
        stage.source.files.add(IntStream.range(0, Integer.parseInt(arguments[2]))
                .mapToObj(i -> {
                    String[] record = record(i).split(" ", 2);
                    return Source.line(record[0], record[1]);
                })
                .collect(Collectors.toList()));
        stage.source.beforeCapture = exchange -> Files.createFile(asked);
        stage.hubPatience = Duration.ofSeconds(10);
        stage.start();
        if (!Files.exists(asked)) {
            stage.run();
        }
        while (stage.database
                        .jdbc()
                        .queryForObject("SELECT count(*) FROM ledger.run WHERE closed_at IS NULL", Integer.class)
                > 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Runtime.getRuntime().halt(0);
    }
}
