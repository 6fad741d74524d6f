package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void saysInChineseWhateverItSaysInEnglish() throws IOException {
        Properties chinese = read("messages_zh.properties");
        assertThat(chinese.stringPropertyNames())
                .containsAll(read("messages.properties").stringPropertyNames());
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(BusCommand.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
