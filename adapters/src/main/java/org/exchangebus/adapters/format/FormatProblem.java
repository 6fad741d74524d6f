package org.exchangebus.adapters.format;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with a file or a row of it ({@code ADAPTER-040} to {@code 069}). */
public enum FormatProblem implements Problem {
    RAGGED_ROW(
            40,
            "The row has {1} columns instead of {0}.",
            "Have the department correct the line and send it again.",
            "该行有 {1} 列，应为 {0} 列。",
            "请提供部门更正该行后重新报送。"),
    TEXT_AFTER_QUOTE(
            41,
            "Text follows a closing quote within a column.",
            "A quote inside a quoted column is to be doubled.",
            "列中结束引号之后还有文字。",
            "引号内的引号应写成两个。"),
    BAD_FEATURE(
            43,
            "The feature cannot be read: {0}.",
            "Have the department correct the feature and send it again.",
            "要素无法读取：{0}。",
            "请提供部门更正该要素后重新报送。"),
    NOT_TEXT(
            50,
            "The file is {0}, not {1}.",
            "Have the department send {1} itself.",
            "该文件是 {0}，不是 {1}。",
            "请提供部门报送 {1} 文件本身。"),
    OTHER_CHARSET(
            51,
            "The file is declared as {0} but looks like {1}.",
            "Have the department send {0}, or set 'charset: {1}' in adapter.yaml if that is what it sends from now on.",
            "该文件声明为 {0}，但内容像是 {1}。",
            "请提供部门以 {0} 报送；若今后均为 {1}，请在 adapter.yaml 中设置 charset: {1}。"),
    NUL_BYTE(
            52,
            "The file holds NUL bytes, so it is damaged or no text.",
            "Have the department send the file again.",
            "文件中含有 NUL 字节，已损坏或不是文本。",
            "请提供部门重新报送该文件。"),
    ENDS_IN_QUOTES(
            53,
            "A quoted column that begins in this row is never closed: the file is cut off or a quote is too many.",
            "Have the department send the whole file.",
            "本行的引号列没有结束：文件被截断，或多了一个引号。",
            "请提供部门报送完整文件。"),
    OTHER_COLUMNS(
            54,
            "The columns are not those declared; missing: {0}; not declared: {1}.",
            "Have the department send the declared columns, or change 'fields' and the mapping.",
            "文件的列与声明不符；缺少：{0}；未声明：{1}。",
            "请提供部门按声明的列报送，或修改 fields 与映射。"),
    COLUMN_TWICE(
            55,
            "Column '{0}' stands twice in the header.",
            "Have the department send each column once.",
            "表头中列“{0}”重复。",
            "请提供部门使每列只出现一次。"),
    TOO_MANY_BAD_ROWS(
            56,
            "{0} of {1} rows cannot be read, more than {2} %; the first at line {3}.",
            "Have the department check how the file is made; nothing of it was delivered.",
            "{1} 行中有 {0} 行无法读取，超过 {2}%；首个在第 {3} 行。",
            "请提供部门检查文件生成方式；该文件未交付任何内容。"),
    NOT_GEOJSON(
            57,
            "The file is not GeoJSON: {0}.",
            "Have the department send one whole FeatureCollection.",
            "该文件不是 GeoJSON：{0}。",
            "请提供部门报送一个完整的 FeatureCollection。"),
    OTHER_CRS(
            58,
            "The file says its coordinates are in {1}, declared is {0}.",
            "Have the department send {0}; coordinates are never relabelled.",
            "文件标明坐标系为 {1}，声明为 {0}。",
            "请提供部门以 {0} 报送；坐标系不得改标。"),
    NO_HEADER(
            59,
            "The file is empty; not even the header is there.",
            "Have the department send the file, or a companion that says size=0 and rows=0.",
            "文件为空，连表头也没有。",
            "请提供部门重新报送，或在校验文件中注明 size=0 与 rows=0。"),
    WRONG_FORMAT_SETTING(
            60,
            "Format setting '{0}' is '{1}', which cannot be used here: {2}.",
            "Change it in adapter.yaml.",
            "格式设置“{0}”的值“{1}”在此不{2?可用：{2}。}",
            "请在 adapter.yaml 中修改。");

    private final String code;
    private final Texts texts;

    FormatProblem(int number, String english, String englishRemedy, String chinese, String chineseRemedy) {
        this.code = String.format("ADAPTER-%03d", number);
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
