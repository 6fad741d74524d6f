package org.exchangebus.schemas.problem;

/** Why a text is no YAML that the bus reads (051 to 066): the usual causes, each with what mends it. */
public enum YamlProblem implements Problem {
    TAB(
            "051",
            "A tab stands here, where YAML takes blanks only.",
            "Replace the tab by blanks, two for each level; most editors can do that for the whole file.",
            "此处是制表符,而 YAML 只用空格缩进。",
            "请将制表符改为空格,每级两个;多数编辑器可一次替换整个文件。"),
    FULL_WIDTH_COLON(
            "052",
            "'{0}' is followed by the full-width colon '：', which YAML takes for a letter.",
            "Switch the input method to English and write '{0}: ', a plain colon and a blank.",
            "“{0}” 后面是全角冒号“：”,YAML 会将其当作文字。",
            "请切换到英文输入法,写作“{0}: ”,即半角冒号加一个空格。"),
    COLON_MISSING(
            "053",
            "'{0}' begins a line that has no ': ', a colon and a blank.",
            "Write key and value as '{0}: value'; a text that goes on is indented further than its key.",
            "以 “{0}” 开头的这一行没有“: ”(冒号加空格)。",
            "键和值写作“{0}: 值”;续行的文本须比键缩进更多。"),
    COLON_INSIDE(
            "054",
            "A second ': ' stands in this line.",
            "Put the whole value in quotes; arguments of functions are written name=value.",
            "此行出现了第二个“: ”(冒号加空格)。",
            "请给整个值加引号;函数的参数写作 名称=值。"),
    NOT_CLOSED(
            "055",
            "{0} is opened here, and line {1} is reached before it is closed.",
            "Close it; a comma stands between the parts of a list, and a quote inside of a quoted text is written twice.",
            "此处的 {0} 到第 {1} 行仍未结束。",
            "请补上结束的符号;列表各项之间用半角逗号,引号内的引号写两次。"),
    TEXT_AFTER_QUOTE(
            "056",
            "Something follows in this line after a quoted text has ended.",
            "Put the whole value in double quotes, as in \"'156' | trim\"; where none was meant to end here, look for a quote"
                    + " above that is not closed.",
            "引号内的文本结束后,此行还有内容。",
            "请给整个值加双引号,如 \"'156' | trim\";若本不应在此结束,请检查上文是否有未结束的引号。"),
    RESERVED_SIGN(
            "057",
            "A value begins with {0}, which means something else in YAML.",
            "Put the value in quotes.",
            "值以 {0} 开头,而该符号在 YAML 中另有含义。",
            "请给该值加引号。"),
    INDENTATION(
            "058",
            "This line stands further to the left or to the right than what belongs together with it.",
            "Let lines of one level begin in the same column, with blanks; a key that has lines below it has no value of its own.",
            "此行的缩进与同级的各行不一致。",
            "同级各行应从同一列开始,用空格缩进;下面还有缩进行的键自身不能有值。"),
    TOO_DEEP(
            "059",
            "More than {0} levels stand inside of each other.",
            "Look for brackets that are not closed; nothing that the bus reads is so deep.",
            "嵌套超过 {0} 层。",
            "请检查是否有未结束的括号;总线读取的文件都不会这么深。"),
    KEY_NOT_TEXT(
            "060",
            "A list or a map stands where a key belongs.",
            "Write a text as key; a text that begins with [ or '{' stands in quotes.",
            "此处应为键,却是列表或映射表。",
            "键应为文本;以 [ 或 '{' 开头的文本要加引号。"),
    FORBIDDEN_CHARACTER(
            "061",
            "The character {0} stands here, which YAML forbids.",
            "Delete it; it cannot be seen in most editors.",
            "此处有 YAML 禁止的字符 {0}。",
            "请将其删除;多数编辑器不显示该字符。"),
    NOT_UTF8(
            "062",
            "The byte {0} stands here, and with it the file is not UTF-8.",
            "Save the file as UTF-8; an editor that shows its Chinese text rightly takes it for GBK.",
            "此处有字节 {0},因此文件不是 UTF-8 编码。",
            "请将文件另存为 UTF-8;若编辑器能正确显示中文,该文件多半是 GBK 编码。"),
    EMPTY("063", "Nothing stands in the file.", "Write it after the examples.", "文件没有内容。", "请参照示例编写。"),
    NOT_A_MAP(
            "064",
            "The file holds no lines of the form 'key: value'.",
            "Write it after the examples.",
            "文件不是由“键: 值”各行组成。",
            "请参照示例编写。"),
    TOO_LARGE(
            "065",
            "The file has more than {0} bytes.",
            "Make sure that it is the right one.",
            "文件超过 {0} 字节。",
            "请确认是否选错了文件。");

    private final String code;
    private final Texts texts;

    YamlProblem(String number, String english, String englishRemedy, String chinese, String chineseRemedy) {
        code = "SCHEMA-" + number;
        texts = new Texts(english, englishRemedy, chinese, chineseRemedy);
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
