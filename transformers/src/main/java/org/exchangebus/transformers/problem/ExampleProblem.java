package org.exchangebus.transformers.problem;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with an example of a mapping (MAPPING-080 to 089). */
public enum ExampleProblem implements Problem {
    UNREADABLE(
            "MAPPING-080",
            "the example cannot be read as JSON: {0}.",
            "in.json is a list of rows, [{\"FIELD\": \"text\"}]; expected.json is a list of outcomes.",
            "示例不是可读的 JSON：{1}。",
            "in.json 是行的列表 [{\"字段\": \"文本\"}]；expected.json 是结果的列表。"),
    UNKNOWN_FIELD(
            "MAPPING-081",
            "the source has no field '{0}'.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "来源没有字段 “{0}”。",
            "{1?是否想写 “{1}”?}{2?已有:{2}。}"),
    CELL_NOT_TEXT(
            "MAPPING-082",
            "'{0}' is neither a text nor null.",
            "Put the value in double quotes, as the source would send it.",
            "“{0}” 既不是文本也不是 null。",
            "请加双引号，与来源发送的一致。"),
    ROW_NO_OBJECT(
            "MAPPING-083",
            "a row is no map of fields.",
            "Write a row as {\"FIELD\": \"text\"}; a row without any value is {}.",
            "一行不是字段的映射表。",
            "每行写作 {\"字段\": \"文本\"}；没有任何值的行写作 {}。"),
    HALF_CHARACTER(
            "MAPPING-084",
            "'{0}' holds half of a character, which no source can send.",
            "Write the character itself in place of its \\u codes.",
            "“{0}” 含有半个字符，来源不可能发送。",
            "请直接写该字符，不写 \\u 代码。"),
    NO_EXPECTATION(
            "MAPPING-086",
            "the example has no expected.json.",
            "./bus test SYSTEM --update writes what becomes of the rows now; read it before you keep it.",
            "示例没有 expected.json。",
            "./bus test SYSTEM --update 可写入当前的结果,保留前请先核对。"),
    NO_OUTCOME(
            "MAPPING-085",
            "an outcome has one key: what becomes of the row.",
            "Write one of {0} for each row; ./bus test SYSTEM --update writes what becomes of them now.",
            "一项结果只有一个键，即该行的结果。",
            "每行写 {0} 之一；./bus test SYSTEM --update 可写入当前的结果。");

    private final String code;
    private final Texts texts;

    ExampleProblem(String code, String english, String englishRemedy, String chinese, String chineseRemedy) {
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
