package org.exchangebus.schemas.identifier;

import org.exchangebus.schemas.problem.Problem;

/**
 * What can be wrong with an identifier. A check answers with the bits of all that it found, so that a value in order
 * costs no object.
 *
 * <p>Those numbered from 201 only raise a doubt, because the standards leave it open or practice contradicts them: the
 * value passes, and the doubt is told.
 */
public enum Fault implements Problem {
    LENGTH(
            "131",
            "'{0}' is '{1}', which does not have the length of a {2}.",
            "It is made of: {3}. An identity number of 15 digits is lengthened by the function identity-number-18.",
            "“{0}”的值“{1}”的长度不是{4}的长度。",
            "组成:{5}。15 位身份证号可在映射中用 identity-number-18 升位。"),
    ALPHABET(
            "132",
            "'{0}' is '{1}', which holds a character that a {2} cannot have in its place.",
            "It is made of: {3}. Capitals and half-width characters are made by the functions upper and half-width.",
            "“{0}”的值“{1}”含有{4}该位不允许的字符。",
            "组成:{5}。可在映射中用 upper、half-width 转为大写和半角。"),
    /** The parts that dots or a hyphen part from each other are not those of the standard. */
    PARTS(
            "133",
            "'{0}' is '{1}', which is not made of the parts of a {2}.",
            "It is made of: {3}.",
            "“{0}”的值“{1}”的结构不是{4}的结构。",
            "组成:{5}。"),
    DATE(
            "134",
            "'{0}' is '{1}', whose birth date is no day of the calendar.",
            "Digits 7 to 14 are year, month and day; correct it at the source.",
            "“{0}”的值“{1}”中的出生日期不存在。",
            "第 7 至 14 位为年月日,请在源系统更正。"),
    CHECK(
            "106",
            "'{0}' is '{1}', whose check character does not fit a {2}: a character is wrong, or two are exchanged.",
            "Copy it again from the certificate and correct it at the source; nothing is repaired here.",
            "“{0}”的值“{1}”的校验码与{4}不符:有字符错误或两位颠倒。",
            "请按证件重新填写并在源系统更正,总线不会自行修正。"),
    PROVINCE(
            "135",
            "'{0}' is '{1}', which begins with no province.",
            "The first two digits are those of a province of GB/T 2260; translate or correct it.",
            "“{0}”的值“{1}”的前两位不是省级代码。",
            "前两位须为 GB/T 2260 的省级代码,请转换或更正。"),
    /** The region stands in no list; the lists are of packages and have gaps. */
    REGION(
            "212",
            "'{0}' is '{1}', whose region no list of regions has, neither today's nor an older one; it passes.",
            "Make sure that the six digits of the region are right; the lists have gaps.",
            "“{0}”的值“{1}”中的行政区划不在现行及历史名单中,予以放行。",
            "请核实 6 位行政区划;名单可能有缺漏。"),
    /** The region is no more, where what it belongs to should be of today. */
    REGION_RETIRED(
            "213",
            "'{0}' is '{1}', a region that is no more; it passes.",
            "Give today's code, or write 'retired-codes: true' for the item where records keep the region of their time.",
            "“{0}”的值“{1}”是已撤销的行政区划,予以放行。",
            "请改为现行代码;允许保留旧代码的信息项可声明 retired-codes: true。"),
    /** Registration department and category are a pair that is not listed. */
    DEPARTMENT(
            "202",
            "'{0}' is '{1}', whose first two characters are a pair of department and category that GB 32100 does not list; it passes.",
            "Authorities were added after 2015; make sure that it is one of them.",
            "“{0}”的值“{1}”的前两位是 GB 32100 未列的登记管理部门与机构类别,予以放行。",
            "2015 年后有新增部门,请核实。"),
    /** The check character fails, and the code was issued so. */
    PILOT(
            "203",
            "'{0}' is '{1}', a credit code of the pilot years that was issued with a failing check character; it passes.",
            "Nothing has to be done.",
            "“{0}”的值“{1}”是试点时期实际发放、校验码不符的统一社会信用代码,予以放行。",
            "无需处理。"),
    /** The identifier that is part of this one fails its own check. */
    PART(
            "215",
            "'{0}' is '{1}', a {2} whose part, a code of its own, fails its check character; it passes.",
            "Compare it with the certificate. It is made of: {3}.",
            "“{0}”的值“{1}”是{4},但其中所含代码的校验码不符,予以放行。",
            "请与证件核对。组成:{5}。"),
    /** The code is of the range that GB 11714 leaves to users. */
    USER_DEFINED(
            "214",
            "'{0}' is '{1}', of the range PDY00001 to PDY99999 that GB 11714 leaves to users; it passes.",
            "It is registered nowhere, and another system may use it for another unit; ask for the registered code.",
            "“{0}”的值“{1}”属于 GB 11714 的自定义区段 PDY00001 至 PDY99999,予以放行。",
            "自定义代码未经登记,其他系统可能用于别的单位,请补充正式代码。"),
    /** The form is known from memory alone. */
    FORM(
            "216",
            "'{0}' is '{1}', a form of {2} that no source states; it passes.",
            "Make sure that it is meant.",
            "“{0}”的值“{1}”是{4}的一种未见明文规定的形式,予以放行。",
            "请确认确为此值。"),
    /** The town or village number is outside the ranges of the statistics rule. */
    RANGE(
            "217",
            "'{0}' is '{1}', whose town or village number is outside the ranges of the statistics rule; it passes.",
            "Towns are 001 to 399, villages 001 to 599.",
            "“{0}”的值“{1}”的乡级或村级号码超出统计规则的范围,予以放行。",
            "乡级为 001 至 399,村级为 001 至 599。");

    private static final int REJECTS = rejects();

    private final String number;
    private final Texts texts;

    Fault(String number, String english, String englishRemedy, String chinese, String chineseRemedy) {
        this.number = number;
        texts = new Texts(english, englishRemedy, chinese, chineseRemedy);
    }

    @Override
    public String code() {
        return "SCHEMA-" + number;
    }

    /** Its texts; they take item, shown value, title and form of the kind, and these two in Chinese. */
    @Override
    public Texts texts() {
        return texts;
    }

    /** Whether a value with it passes all the same. */
    public boolean isDoubt() {
        return number.startsWith("2");
    }

    /** Its bit in the answer of a check. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether it is among the bits. */
    public boolean isIn(int faults) {
        return (faults & bit()) != 0;
    }

    /** Whether none of the bits keeps the value back. */
    public static boolean pass(int faults) {
        return (faults & REJECTS) == 0;
    }

    private static int rejects() {
        int rejects = 0;
        for (Fault fault : values()) {
            rejects |= fault.isDoubt() ? 0 : fault.bit();
        }
        return rejects;
    }
}
