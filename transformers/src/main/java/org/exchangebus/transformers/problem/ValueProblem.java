package org.exchangebus.transformers.problem;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with a value on its way from field to item (MAPPING-101 and above). */
public enum ValueProblem implements Problem {
    NOT_A_DATE(
            "MAPPING-101",
            "item '{0}': '{1}' is no date that {2} reads.",
            "Correct it in the source, or add its form or sentinel to the mapping.",
            "信息项 “{0}”:“{1}” 不是 {2} 能识别的日期。",
            "请在来源更正,或在映射中补充格式或特殊值。"),
    NOT_A_NUMBER(
            "MAPPING-102",
            "item '{0}': '{1}' is no number that {2} reads.",
            "Correct it in the source, or change the mapping.",
            "信息项 “{0}”:“{1}” 不是 {2} 能识别的数值。",
            "请在来源更正,或修改映射。"),
    UNKNOWN_CODE(
            "MAPPING-103",
            "item '{0}': {2} does not know '{1}'.",
            "Correct it in the source, or add it to the mapping's map.",
            "信息项 “{0}”:{2} 不认识 “{1}”。",
            "请在来源更正,或补充映射的对照表。"),
    CODE_UNDECIDED(
            "MAPPING-151",
            "item '{0}': '{1}' may be several codes for {2}.",
            "Decide in the mapping's map, or correct it in the source.",
            "信息项 “{0}”:对 {2} 而言,“{1}” 可对应多个代码。",
            "请在映射的 map 中指定,或在来源更正。"),
    NOT_AN_IDENTITY_NUMBER(
            "MAPPING-104",
            "item '{0}': '{1}' is no identity number of 15 or 18 digits.",
            "Correct it in the source.",
            "信息项 “{0}”:“{1}” 不是 15 位或 18 位公民身份号码。",
            "请在来源更正。"),
    NOT_AN_ORGANISATION_CODE(
            "MAPPING-105",
            "item '{0}': '{1}' does not have the nine characters of an organisation code.",
            "Correct it in the source.",
            "信息项 “{0}”:“{1}” 不是九位组织机构代码。",
            "请在来源更正。"),
    TOO_LONG(
            "MAPPING-106",
            "item '{0}': '{1}' is longer than {2} allows.",
            "Correct it in the source, or change the mapping.",
            "信息项 “{0}”:“{1}” 超出 {2} 允许的长度。",
            "请在来源更正,或修改映射。"),
    TOO_SHORT(
            "MAPPING-107",
            "item '{0}': '{1}' has no such characters as {2} takes.",
            "Correct it in the source, or change the mapping.",
            "信息项 “{0}”:“{1}” 的长度不足,{2} 无法取得。",
            "请在来源更正,或修改映射。"),
    NOT_IN_TABLE(
            "MAPPING-141",
            "item '{0}': {2} does not find '{1}'.",
            "Correct it in the source, or add a row to the table.",
            "信息项 “{0}”:{2} 查不到 “{1}”。",
            "请在来源更正,或在表中补充一行。"),
    CUTS_A_CHARACTER(
            "MAPPING-142",
            "item '{0}': {2} cuts a character of '{1}' in two.",
            "Compare the layout with the source; places count in bytes from 1.",
            "信息项 “{0}”:{2} 截断了 “{1}” 中的字符。",
            "请核对来源的定长格式;位置按字节从 1 计。"),
    NOT_IN_CHARSET(
            "MAPPING-143",
            "item '{0}': '{1}' has a character that the charset of {2} lacks.",
            "Name the charset that the source has.",
            "信息项 “{0}”:“{1}” 含有 {2} 的字符集中没有的字符。",
            "请写来源实际使用的字符集。"),
    NOT_XML(
            "MAPPING-144",
            "item '{0}': '{1}' is no well-formed XML 1.0 without a document type.",
            "Correct it in the source.",
            "信息项 “{0}”:“{1}” 不是格式良好且无 DTD 的 XML 1.0。",
            "请在来源更正。"),
    NOT_JSON(
            "MAPPING-145",
            "item '{0}': '{1}' is no JSON (RFC 8259) whose names stand once.",
            "Correct it in the source.",
            "信息项 “{0}”:“{1}” 不是名称不重复的 JSON(RFC 8259)。",
            "请在来源更正。"),
    DOCUMENT_TOO_LARGE(
            "MAPPING-146",
            "item '{0}': the document '{1}' has too many elements, or too deep.",
            "Let the source send one document per record.",
            "信息项 “{0}”:文档 “{1}” 元素过多或层次过深。",
            "请让来源每条记录传送一个文档。"),
    LEADS_TO_SEVERAL(
            "MAPPING-147",
            "item '{0}': {2} leads to several texts of '{1}'.",
            "Name which one, as in phone[1], or join them with all=';'.",
            "信息项 “{0}”:{2} 在 “{1}” 中有多处。",
            "请写明取哪一个,如 phone[1],或用 all=';' 连接。"),
    LEADS_TO_ELEMENTS(
            "MAPPING-148",
            "item '{0}': {2} leads to further elements of '{1}', not to a text.",
            "Let the path go on to a text.",
            "信息项 “{0}”:{2} 在 “{1}” 中指向下级元素而非文字。",
            "请把路径写到文字为止。"),
    EXPRESSION_FAILS(
            "MAPPING-149",
            "item '{0}': the expression {2} cannot be worked out for this row.",
            "Let the expression ask first whether a field is '' and whether a text is a number.",
            "信息项 “{0}”:表达式 {2} 对此行无法求值。",
            "请在表达式中先判断字段是否为空、文本是否为数值。"),
    STRUCTURE_TOO_LONG(
            "MAPPING-150",
            "item '{0}': the structure that {2} makes is too long.",
            "Let the source send less in one record.",
            "信息项 “{0}”:{2} 生成的结构过长。",
            "请让来源减少单条记录的内容。"),
    VALUE_TOO_LARGE(
            "MAPPING-152",
            "item '{0}': the steps make more than {2} bytes of one value.",
            "Look for a replace, join or pad that multiplies the text; a record does not carry so much.",
            "信息项 “{0}”:各步骤使一个值超过 {2} 字节。",
            "请检查使文本成倍增长的 replace、join 或 pad;一条记录容不下这么多。"),
    NO_SUCH_PART(
            "MAPPING-121",
            "item '{0}': '{1}' has no such part as {2} takes.",
            "Correct it in the source, or change the mapping.",
            "信息项 “{0}”:“{1}” 没有 {2} 所取的部分。",
            "请在来源更正,或修改映射。"),
    SHARED_CHARACTER(
            "MAPPING-122",
            "item '{0}': '{1}' holds a traditional character that shares its simplified one with others, or has several;"
                    + " {2} does not choose.",
            "Put the intended character there with replace before, or keep the item traditional.",
            "信息项 “{0}”:“{1}” 含有与其他字共用简化字、或对应多个简化字的繁体字,{2} 不作选择。",
            "请先用 replace 写明所需的字,或保留繁体。"),
    NOT_A_HAN_NUMBER(
            "MAPPING-123",
            "item '{0}': '{1}' is no number in Chinese characters with one meaning only.",
            "Correct it in the source; three hundred and fifty is 三百五十, three hundred and five 三百零五.",
            "信息项 “{0}”:“{1}” 不是含义唯一的汉字数。",
            "请在来源更正:350 写作三百五十,305 写作三百零五。"),
    INCOMPLETE_DATE(
            "MAPPING-124",
            "item '{0}': '{1}' names no day, and {2} does not say which is meant.",
            "State missing=first or missing=last in the mapping, or keep it as partial-date.",
            "信息项 “{0}”:“{1}” 没有写到日,{2} 也未说明取哪一日。",
            "请在映射中写 missing=first 或 missing=last,或用 partial-date 保留。"),
    LUNAR_DATE(
            "MAPPING-125",
            "item '{0}': '{1}' is a date of the lunar calendar, which {2} does not convert.",
            "Ask the owner of the source for the date of the Gregorian calendar.",
            "信息项 “{0}”:“{1}” 是农历日期,{2} 不作换算。",
            "请向来源单位索取公历日期。"),
    DATE_OF_ERA(
            "MAPPING-126",
            "item '{0}': '{1}' counts its year from an era, which {2} does not convert.",
            "Correct it in the source to four digits of the year.",
            "信息项 “{0}”:“{1}” 使用年号纪年,{2} 不作换算。",
            "请在来源改为四位公历年份。"),
    NOT_EXACT(
            "MAPPING-127",
            "item '{0}': '{1}' has more decimals than {2} keeps.",
            "Correct it in the source, or state how to round in the mapping.",
            "信息项 “{0}”:“{1}” 的小数位数超过 {2} 保留的位数。",
            "请在来源更正,或在映射中写明舍入方式。"),
    UNKNOWN_UNIT(
            "MAPPING-128",
            "item '{0}': '{1}' ends with no unit that {2} knows.",
            "Correct it in the source, or add the unit; a number without one needs ''=1.",
            "信息项 “{0}”:“{1}” 的末尾不是 {2} 认识的单位。",
            "请在来源更正,或补充单位;没有单位的数需写 ''=1。"),
    NOT_A_CREDIT_CODE(
            "MAPPING-129",
            "item '{0}': '{1}' is no unified social credit code with the right check character.",
            "Correct it in the source.",
            "信息项 “{0}”:“{1}” 不是校验正确的统一社会信用代码。",
            "请在来源更正。"),
    WRONG_IDENTITY_NUMBER(
            "MAPPING-130",
            "item '{0}': '{1}' is no identity number with a birth date that exists and the right check character, so"
                    + " nothing is derived from it.",
            "Correct it in the source.",
            "信息项 “{0}”:“{1}” 不是出生日期存在且校验正确的公民身份号码,不据以推导。",
            "请在来源更正。"),
    NOT_A_REGION(
            "MAPPING-131",
            "item '{0}': '{1}' is no region code that {2} reads.",
            "Correct it in the source.",
            "信息项 “{0}”:“{1}” 不是 {2} 能识别的行政区划代码。",
            "请在来源更正。");

    private final String code;
    private final Texts texts;

    ValueProblem(String code, String english, String englishRemedy, String chinese, String chineseRemedy) {
        this.code = code;
        this.texts = new Texts(english, englishRemedy, chinese, chineseRemedy);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Texts texts() {
        return texts;
    }
}
