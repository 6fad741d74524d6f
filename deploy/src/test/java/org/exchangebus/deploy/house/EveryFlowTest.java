package org.exchangebus.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.Secret;
import org.exchangebus.deploy.application.Systems;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.example.MappingExample;
import org.exchangebus.transformers.example.MappingExamples;
import org.exchangebus.transformers.mapping.Mappings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundled system: its sources' fields are its mappings' fields, and every mapping does what its examples say. */
class EveryFlowTest {

    private static final List<SystemFolder> FOLDERS = Systems.bundled();
    private static final Catalogue CATALOGUE = Catalogue.bundled();
    private static final Adapters ADAPTERS = new Adapters(FOLDERS, Systems.PROTOCOLS, new AnyAddress());
    private static final Mappings MAPPINGS = new Mappings(CATALOGUE, FOLDERS, ADAPTERS::fields);

    static List<Flow> flows() {
        return ADAPTERS.flows();
    }

    static List<MappingExample> examples() {
        return FOLDERS.stream().flatMap(EveryFlowTest::examplesOf).toList();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void isWiredFromItsSourceToItsResource(Flow flow) {
        assertThat(MAPPINGS.mapping(flow.system(), flow.mapping())).isNotNull();
        assertThat(CATALOGUE.resource(flow.resource()).key()).isNotEmpty();
        assertThat(ADAPTERS.source(flow.system(), flow.source()).fields())
                .isEqualTo(ADAPTERS.fields(flow.system(), flow.mapping()));
        assertThat(flow.summary()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void doesWhatItsExamplesSay(MappingExample example) throws IOException {
        assertThat(MappingExamples.differences(MAPPINGS.mapping(example.system(), example.mapping()), example))
                .isEmpty();
    }

    private static Stream<MappingExample> examplesOf(SystemFolder folder) {
        try {
            return MappingExample.of(folder).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Nothing is connected to. */
    private static final class AnyAddress implements Lookup {

        @Override
        public Optional<String> address(String name) {
            if (name.endsWith(".address")) {
                return Optional.of("http://127.0.0.1:1/");
            }
            if (name.endsWith(".host-key")) {
                return Optional.of("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKl1Q2pZ7q8mF0S7b1m1nR6T8uQ3d1y5z0x9w8v7u6t5");
            }
            return Optional.of(name.endsWith(".port") ? "1" : "127.0.0.1");
        }

        @Override
        public Optional<Secret> secret(String name) {
            return Optional.of(new Secret("made up"));
        }
    }
}
