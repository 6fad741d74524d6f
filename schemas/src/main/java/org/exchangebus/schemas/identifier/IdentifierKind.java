package org.exchangebus.schemas.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of identifier that an item of the catalogue can name; each checks form and check digit on bytes. */
public enum IdentifierKind {
    CITIZEN_NUMBER(
            "citizen identity number (GB 11643)",
            "18 characters: region 6, birth date 8, sequence 3, check character 0-9 or X",
            "公民身份号码(GB 11643)",
            "18 位:行政区划 6、出生日期 8、顺序码 3、校验码 0-9 或 X",
            CitizenNumber::faults),
    CREDIT_CODE(
            "unified social credit code (GB 32100)",
            "18 digits or capitals without I O S V Z: department, category, region 6, organisation code 9, check character",
            "统一社会信用代码(GB 32100)",
            "18 位数字或不含 I O S V Z 的大写字母:登记管理部门、机构类别、行政区划 6、主体标识码 9、校验码",
            CreditCode::faults),
    ORGANISATION_CODE(
            "organisation code (GB 11714)",
            "8 digits or capitals and a check character 0-9 or X, with or without a hyphen before it",
            "组织机构代码(GB 11714)",
            "8 位数字或大写字母加校验码 0-9 或 X,校验码前可有连字符",
            OrganisationCode::faults),
    /** GB/T 36104 gives the codes of departments 9 to 18 characters: either of the two. */
    CREDIT_OR_ORGANISATION_CODE(
            "unified social credit code or organisation code",
            "18 characters of GB 32100 or 9 of GB 11714",
            "统一社会信用代码或组织机构代码",
            "GB 32100 的 18 位或 GB 11714 的 9 位",
            (text, start, end) ->
                    end - start > 10 ? CreditCode.faults(text, start, end) : OrganisationCode.faults(text, start, end)),
    REGISTRATION_NUMBER(
            "registration number (GS 15)",
            "15 digits, the last a check digit, or the 13 digits of the years before 2007",
            "工商注册号(GS 15)",
            "15 位数字,末位为校验码;或 2007 年前的 13 位数字",
            RegistrationNumber::faults),
    TAX_NUMBER(
            "tax registration number",
            "15 characters: region 6 and organisation code 9; or the unified social credit code",
            "税务登记号",
            "15 位:行政区划 6 加组织机构代码 9;或统一社会信用代码",
            TaxNumber::faults),
    LICENCE_IDENTIFIER(
            "electronic licence identifier",
            "1.2.156.3005.2. and kind 21, issuer, serial number, version 3, check character, with dots between",
            "电子证照标识",
            "1.2.156.3005.2. 及证照类型 21、颁发机构、流水号、版本 3、校验码,以点分隔",
            LicenceIdentifier::faults),
    REGION_CODE(
            "region code (GB/T 2260)",
            "6 digits: province 2, city 2, county 2",
            "行政区划代码(GB/T 2260)",
            "6 位数字:省 2、地 2、县 2",
            RegionCode::faults),
    DIVISION_CODE(
            "administrative division code",
            "6 digits of the county, 9 with the town, 12 with the village",
            "县以下行政区划代码",
            "县级 6 位,含乡级 9 位,含村级 12 位数字",
            RegionCode::divisionFaults);

    /** Looks at bytes without making an object. */
    @FunctionalInterface
    interface Check {

        /** The bits of the {@link Fault}s that it finds; 0 for none. */
        int faults(byte[] text, int start, int end);
    }

    private final String title;
    private final String form;
    private final String chineseTitle;
    private final String chineseForm;
    private final Check check;

    IdentifierKind(String title, String form, String chineseTitle, String chineseForm, Check check) {
        this.title = title;
        this.form = form;
        this.chineseTitle = chineseTitle;
        this.chineseForm = chineseForm;
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

    /** What Chinese messages call it, with its standard. */
    public String chineseTitle() {
        return chineseTitle;
    }

    /** What it is made of, in one line for people. */
    public String form() {
        return form;
    }

    /** What it is made of, in one line of Chinese. */
    public String chineseForm() {
        return chineseForm;
    }

    /** The bits of all {@link Fault}s of the bytes, doubts among them; 0 where they are such an identifier without doubt. */
    public int faults(byte[] text, int start, int end) {
        return check.faults(text, start, end);
    }

    /** Whether the bytes are such an identifier in its canonical form, be it with a doubt. */
    public boolean accepts(byte[] text, int start, int end) {
        return Fault.pass(faults(text, start, end));
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
