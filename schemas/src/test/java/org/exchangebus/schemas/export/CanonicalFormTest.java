package org.exchangebus.schemas.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.exchangebus.schemas.identifier.Fault;
import org.exchangebus.schemas.identifier.IdentifierKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanonicalFormTest {

    private static final Map<IdentifierKind, List<String>> SOUND = Map.of(
            IdentifierKind.CITIZEN_NUMBER, List.of("11010519491231002X"),
            IdentifierKind.CREDIT_CODE, List.of("91110000600037341L"),
            IdentifierKind.ORGANISATION_CODE, List.of("D2143569X", "D2143569-X"),
            IdentifierKind.CREDIT_OR_ORGANISATION_CODE, List.of("91110000600037341L", "D2143569X"),
            IdentifierKind.REGISTRATION_NUMBER, List.of("330203000030639"),
            IdentifierKind.TAX_NUMBER,
                    List.of(
                            "110105600037341",
                            "110105491231002",
                            "91110000600037341L",
                            "11010519491231002X",
                            "11010519491231002X10"),
            IdentifierKind.LICENCE_IDENTIFIER, List.of("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"),
            IdentifierKind.REGION_CODE, List.of("110105"),
            IdentifierKind.DIVISION_CODE, List.of("110105", "110105001", "110105001001", "110105999999"));

    /** A form that refused what the bus takes would keep records back; one that took any text would say nothing. */
    @ParameterizedTest
    @EnumSource(IdentifierKind.class)
    void takesWhatTheBusTakesAndRefusesWhatIsNotOfTheForm(IdentifierKind kind) {
        Pattern form = Pattern.compile(CanonicalForm.identifier(kind.label()));
        int refused = 0;
        for (String sound : SOUND.get(kind)) {
            assertThat(accepts(kind, sound)).as(sound).isTrue();
            assertThat(sound).matches(form);
            Random random = new Random(sound.hashCode());
            for (int i = 0; i < 20_000; i++) {
                String mutated = mutated(sound, random);
                boolean isOfForm = form.matcher(mutated).matches();
                if (accepts(kind, mutated)) {
                    assertThat(isOfForm).as(mutated).isTrue();
                } else if (isOfForm) {
                    assertThat(isOutOfForm(kind, mutated)).as(mutated).isFalse();
                }
                refused += isOfForm ? 0 : 1;
            }
        }
        assertThat(refused).isPositive();
    }

    private static String mutated(String sound, Random random) {
        StringBuilder text = new StringBuilder(sound);
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "0X-.a".charAt(random.nextInt(5)));
                default -> text.setCharAt(at, "0123456789XIOA.".charAt(random.nextInt(15)));
            }
            if (text.isEmpty()) {
                return "x";
            }
        }
        return text.toString();
    }

    private static boolean isOutOfForm(IdentifierKind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int faults = kind.faults(bytes, 0, bytes.length);
        return Fault.LENGTH.isIn(faults) || Fault.PARTS.isIn(faults) || Fault.ALPHABET.isIn(faults);
    }

    private static boolean accepts(IdentifierKind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return kind.accepts(bytes, 0, bytes.length);
    }
}
