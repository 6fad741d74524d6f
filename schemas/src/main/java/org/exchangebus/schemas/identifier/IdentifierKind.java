package org.exchangebus.schemas.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of identifier that an item of the catalogue can name; each checks form and check digit on bytes. */
public enum IdentifierKind {
    CITIZEN_NUMBER("citizen identity number (GB 11643)", CitizenNumber::isValid),
    CREDIT_CODE("unified social credit code (GB 32100)", CreditCode::isValid),
    ORGANISATION_CODE("organisation code (GB 11714)", OrganisationCode::isValid),
    /** GB/T 36104 gives the codes of departments 9 to 18 characters: either of the two. */
    CREDIT_OR_ORGANISATION_CODE(
            "unified social credit code or organisation code",
            (text, start, end) -> CreditCode.isValid(text, start, end) || OrganisationCode.isValid(text, start, end)),
    REGISTRATION_NUMBER("registration number (GS 15)", RegistrationNumber::isValid),
    REGION_CODE("region code (GB/T 2260)", RegionCode::isValid);

    /** Looks at bytes without making an object. */
    @FunctionalInterface
    interface Check {
        boolean isValid(byte[] text, int start, int end);
    }

    private final String title;
    private final Check check;

    IdentifierKind(String title, Check check) {
        this.title = title;
        this.check = check;
    }

    /** The name in a catalogue file, such as {@code citizen-number}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What messages call it, with its standard. */
    public String title() {
        return title;
    }

    /** Whether the bytes are such an identifier in its canonical form. */
    public boolean accepts(byte[] text, int start, int end) {
        return check.isValid(text, start, end);
    }

    /** The kind of a name in a catalogue file. */
    public static Optional<IdentifierKind> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** The names of all kinds. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(IdentifierKind::label).toList();
    }
}
