package org.exchangebus.adapters.charset;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with the characters of a source ({@code ADAPTER-080} to {@code 089}). */
public enum CharsetProblem implements Problem {
    PRIVATE_USE(
            80,
            "Field '{0}' holds the private-use character {1} (at {2}), which means something to its maker alone.",
            "Ask the department what is meant and write it into 'private-use-table', or set 'private-use: keep'.",
            "字段“{0}”含有私用区字符 {1}（位置 {2}），只有其制作者知道含义。",
            "请向提供部门问明字符并写入 private-use-table，或设置 private-use: keep。"),
    CHARACTER_LOST(
            81,
            "Field '{0}' holds {1} (at {2}), the mark of a character that was lost before it came here.",
            "Correct the record at the source, or the character set of what wrote it.",
            "字段“{0}”含有 {1}（位置 {2}），即字符在到达之前已经丢失的标记。",
            "请在源系统更正该记录，或更正写出它的程序的字符集。"),
    HALF_CHARACTER(
            82,
            "Field '{0}' holds {1} (at {2}), half of a character without its other half.",
            "Correct the record at the source; its text was cut within a character.",
            "字段“{0}”含有 {1}（位置 {2}），是缺少另一半的半个字符。",
            "请在源系统更正该记录；其文本在字符中间被截断。"),
    NOT_IN_CHARSET(
            83,
            "Field '{0}' holds a byte that is not {1} (at {2}).",
            "Correct the record at the source, or 'charset' in adapter.yaml.",
            "字段“{0}”含有不属于 {1} 的字节（位置 {2}）。",
            "请在源系统更正该记录，或更正 adapter.yaml 中的 charset。"),
    TABLE_UNREADABLE(
            84,
            "The private-use table '{0}' cannot be read as text in UTF-8.",
            "Put the file beside adapter.yaml, in UTF-8.",
            "私用区对照表“{0}”无法按 UTF-8 文本读取。",
            "请将该文件以 UTF-8 保存在 adapter.yaml 旁。"),
    TABLE_HEADER(
            85,
            "The first line of a private-use table is not '{0}'.",
            "Begin the file with that line; '#' begins a note.",
            "私用区对照表的首行不是“{0}”。",
            "请以该行开头；以 # 开头的行为说明。"),
    TABLE_LINE(
            86,
            "'{0}' is not a private-use character and the character that is meant, both in hexadecimal.",
            "Write it as E000,4E00: U+E000 to U+F8FF, or above U+F0000, to any other character.",
            "“{0}”不是十六进制的私用区字符及其对应字符。",
            "请写作 E000,4E00：左为 U+E000 至 U+F8FF 或 U+F0000 以上，右为其他字符。"),
    TABLE_TWICE(87, "{0} stands twice in the table.", "Keep one of the two.", "{0} 在对照表中重复。", "请只保留一行。");

    private final String code;
    private final Texts texts;

    CharsetProblem(int number, String english, String englishRemedy, String chinese, String chineseRemedy) {
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
