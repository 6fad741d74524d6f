package org.exchangebus.transformers.problem;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with a value that a function of the library works on (MAPPING-121 and above). */
public enum ValueProblem implements Problem {
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
