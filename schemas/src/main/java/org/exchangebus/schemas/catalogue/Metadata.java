package org.exchangebus.schemas.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a resource beside its items: the core metadata of the 2017 guide
 * (政务信息资源目录编制指南, 发改高技〔2017〕1272号), groups 1, 4, 5, 7 and 9 to 13, and the secrecy label.
 *
 * @param isClassified whether the resource is 涉密; a bus serves one network class only
 * @param published day on which the entry was published
 * @param versions what the entry was and is, the newest first; never empty
 * @param related codes of resources of this catalogue that this one refers to
 * @param external codes of resources of other catalogues that this one refers to
 */
public record Metadata(
        Classification classification,
        boolean isClassified,
        Provider provider,
        Format format,
        Sharing sharing,
        Openness openness,
        UpdateCycle updateCycle,
        LocalDate published,
        List<Version> versions,
        List<String> related,
        List<String> external) {

    public Metadata {
        versions = List.copyOf(versions);
        related = List.copyOf(related);
        external = List.copyOf(external);
    }

    /** The version that the entry has now. */
    public Version version() {
        return versions.get(0);
    }

    /**
     * One version of an entry.
     *
     * @param number major and minor number, such as {@code 1.0}; the first rises when something breaks
     * @param what what changed, for people
     */
    public record Version(String number, LocalDate date, String what) implements Comparable<Version> {

        /** The first number. */
        public int major() {
            return Integer.parseInt(number.substring(0, number.indexOf('.')));
        }

        /** The second number. */
        public int minor() {
            return Integer.parseInt(number.substring(number.indexOf('.') + 1));
        }

        @Override
        public int compareTo(Version other) {
            int byMajor = Integer.compare(major(), other.major());
            return byMajor == 0 ? Integer.compare(minor(), other.minor()) : byMajor;
        }
    }

    /** The class (类) of a resource; its digit begins the resource code. */
    public enum ResourceClass {
        BASE,
        THEME,
        DEPARTMENT;

        /** The first digit of the resource code. */
        public char digit() {
            return (char) ('1' + ordinal());
        }
    }

    /**
     * Where a resource stands in the catalogue.
     *
     * @param category the guide's word for the second level (项), such as 人口
     * @param subcategory the word for the third level (目); null where it is not stated
     * @param detail the word for the levels below (细目); null where it is not stated
     */
    public record Classification(
            ResourceClass resourceClass,
            String category,
            @Nullable String subcategory,
            @Nullable String detail) {}

    /**
     * Who answers for a resource.
     *
     * @param code unified social credit code
     * @param department department inside the provider; null where it is not stated
     */
    public record Provider(
            String name, String code, @Nullable String department) {}

    /** How the provider keeps a resource; the last is an extension of practice, not of the guide. */
    public enum FormatKind {
        ELECTRONIC_FILE,
        SPREADSHEET,
        DATABASE,
        IMAGE,
        STREAMING_MEDIA,
        SELF_DESCRIBED,
        SERVICE_INTERFACE
    }

    /** @param types products or file types, such as {@code KingbaseES} */
    public record Format(FormatKind kind, List<String> types) {

        public Format {
            types = List.copyOf(types);
        }
    }

    /** 无条件共享, 有条件共享, 不予共享. */
    public enum SharingType {
        UNCONDITIONAL,
        CONDITIONAL,
        WITHHELD
    }

    /** The ways of sharing; the first three go through the platform, as the guide wants it in principle. */
    public enum SharingMethod {
        DATABASE,
        FILE,
        SERVICE_INTERFACE,
        MAIL,
        DISK,
        MEDIA_EXCHANGE;

        public boolean isThroughPlatform() {
            return ordinal() <= SERVICE_INTERFACE.ordinal();
        }
    }

    /**
     * Who may have a resource.
     *
     * @param condition condition and scope; always there for conditional sharing
     * @param basis law, regulation or central policy; always there for withheld resources
     * @param method way of sharing; null only for withheld resources
     */
    public record Sharing(
            SharingType type,
            @Nullable String condition,
            @Nullable String basis,
            @Nullable SharingMethod method) {}

    /** Whether the public may have a resource, and on what condition; what is not open has none. */
    public record Openness(boolean isOpen, @Nullable String condition) {}

    /** How often a resource is brought up to date. */
    public enum UpdateCycle {
        REAL_TIME,
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        YEARLY
    }
}
