package org.exchangebus.schemas.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule across the items of one record; a small closed set, each with its reason in {@link #because}. */
public sealed interface Rule {

    /** The rule's name in catalogue files and quarantine. */
    String name();

    /** Why the rule is there, with its source. */
    String because();

    /** The items that the rule looks at; the first is the one that is blamed. */
    List<String> items();

    /** What the rule states in one line, without its reason: its name, its items, and its values if it has any. */
    default String statement() {
        return name() + " " + String.join(", ", items());
    }

    /** The sex is that of the identity number's 17th digit (GB 11643). */
    record SexAgrees(String sex, String identityNumber, String because) implements Rule {
        @Override
        public String name() {
            return "sex-agrees-with-identity-number";
        }

        @Override
        public List<String> items() {
            return List.of(sex, identityNumber);
        }
    }

    /** The birth date is digits 7 to 14 of the identity number (GB 11643). */
    record BirthDateAgrees(String birthDate, String identityNumber, String because) implements Rule {
        @Override
        public String name() {
            return "birth-date-agrees-with-identity-number";
        }

        @Override
        public List<String> items() {
            return List.of(birthDate, identityNumber);
        }
    }

    /** The item has to be there when another has one of the values, or any value where none is listed. */
    record RequiredWhen(String item, String when, List<String> oneOf, String because) implements Rule {
        @Override
        public String name() {
            return "required-when";
        }

        @Override
        public List<String> items() {
            return List.of(item, when);
        }

        @Override
        public String statement() {
            return Rule.super.statement() + " " + oneOf;
        }
    }

    /** The item is an identifier of the kind when another has one of the values. */
    record IdentifierWhen(String item, String identifier, String when, List<String> oneOf, String because)
            implements Rule {
        @Override
        public String name() {
            return "identifier-when";
        }

        @Override
        public List<String> items() {
            return List.of(item, when);
        }

        @Override
        public String statement() {
            return Rule.super.statement() + " " + oneOf + " " + identifier;
        }
    }

    /** The date or date-time is not before the other, which is of the same type, where both are there. */
    record NotBefore(String item, String other, String because) implements Rule {
        @Override
        public String name() {
            return "not-before";
        }

        @Override
        public List<String> items() {
            return List.of(item, other);
        }
    }

    /** The administrative division lies within the other by its code, where both are there. */
    record DivisionIsWithin(String division, String parent, String because) implements Rule {
        @Override
        public String name() {
            return "division-is-within";
        }

        @Override
        public List<String> items() {
            return List.of(division, parent);
        }
    }

    /**
     * The organisation code is characters 9 to 17 of the unified social credit code, where both are there.
     *
     * @param when the item whose values, one of {@code oneOf}, say that the first is an organisation code; null
     *     where it always is one
     */
    record OrganisationCodeIsPart(
            String organisationCode,
            String creditCode,
            @Nullable String when,
            List<String> oneOf,
            String because) implements Rule {
        @Override
        public String name() {
            return "organisation-code-is-part-of-credit-code";
        }

        @Override
        public List<String> items() {
            return when == null ? List.of(organisationCode, creditCode) : List.of(organisationCode, when, creditCode);
        }

        @Override
        public String statement() {
            return Rule.super.statement() + (when == null ? "" : " " + oneOf);
        }
    }

    /** The geometry is one of the GeoJSON types and stays within the bounds, in degrees of EPSG:4490. */
    record Geometry(
            String item, List<String> types, double west, double south, double east, double north, String because)
            implements Rule {
        @Override
        public String name() {
            return "geometry";
        }

        @Override
        public List<String> items() {
            return List.of(item);
        }

        @Override
        public String statement() {
            return Rule.super.statement() + " " + types + " " + List.of(west, south, east, north);
        }
    }
}
