package org.exchangebus.transformers.problem;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with a mapping (below 100) and with a row that is mapped (from 101). */
public enum MappingProblem implements Problem {
    UNREADABLE(
            "MAPPING-001",
            "cannot be read as YAML; the parser says \"{0}\".",
            "Correct the text here. A value that holds ': ' or ' #' stands in quotes.",
            "不是可读的 YAML;解析器提示 “{0}”。",
            "请在此处修改;含有 “: ” 或 “ #” 的值要加引号。"),
    UNKNOWN_KEY(
            "MAPPING-002",
            "key '{0}' is not known here.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "此处没有键 “{0}”。",
            "{1?是否想写 “{1}”?}{2?可用:{2}。}"),
    MISSING_KEY("MAPPING-003", "'{0}' is missing.", "Add it here.", "缺少 “{0}”。", "请在此处补上。"),
    EMPTY_TEXT(
            "MAPPING-028",
            "'{0}' has no text.",
            "Write it behind the colon; a reason is a sentence, and 'nothing' stands for a value that there is none of.",
            "“{0}” 没有内容。",
            "请在冒号后填写;原因写一句话,没有值时写 nothing。"),
    WRONG_SHAPE(
            "MAPPING-004",
            "'{0}' holds a {1} where a {2} belongs.",
            "See the example in the module's README.",
            "“{0}” 的内容是{3},应为{4}。",
            "示例见模块的 README。"),
    DUPLICATE_KEY("MAPPING-005", "'{0}' stands here twice.", "Keep one.", "“{0}” 重复出现。", "请只保留一个。"),
    SYNTAX(
            "MAPPING-006",
            "found {0} where {1} belongs.",
            "A value reads FIELD | function | function('argument'); a condition reads FIELD is 'text'.",
            "此处为 {2},应为 {3}。",
            "取值写作 字段 | 函数 | 函数('参数');条件写作 字段 is '文本'。"),
    UNKNOWN_RESOURCE(
            "MAPPING-007",
            "resource '{0}' is not in the catalogue.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "目录中没有资源 “{0}”。",
            "{1?是否想写 “{1}”?}{2?已有:{2}。}"),
    UNKNOWN_ITEM(
            "MAPPING-008",
            "item '{0}' is not in resource '{3}'.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "资源 “{3}” 没有信息项 “{0}”。",
            "{1?是否想写 “{1}”?}{2?已有:{2}。}"),
    UNKNOWN_FIELD(
            "MAPPING-009",
            "field '{0}' is not in the source.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.} A constant stands in single quotes inside YAML's own: \"'156'\".",
            "来源中没有字段 “{0}”。",
            "{1?是否想写 “{1}”?}{2?已有:{2}。}常量写在单引号中,外面再加 YAML 的引号:\"'156'\"。"),
    UNUSED_FIELD(
            "MAPPING-010",
            "field '{0}' of the source is neither used nor ignored.",
            "Use it in an item, or name it under 'ignore' with the reason.",
            "来源字段 “{0}” 既未使用也未声明忽略。",
            "请在信息项中使用,或写入 ignore 并说明原因。"),
    MISSING_ITEM(
            "MAPPING-011",
            "item '{0}' of resource '{1}' is mandatory and neither set nor waived.",
            "Set it under 'items', or name it under 'waive' with the reason.",
            "资源 “{1}” 的必填信息项 “{0}” 既未赋值也未声明免填。",
            "请在 items 中赋值,或写入 waive 并说明原因。"),
    WAIVED_BUT_SET(
            "MAPPING-012",
            "item '{0}' is waived and set.",
            "Remove it from 'waive' or from 'items'.",
            "信息项 “{0}” 既免填又赋值。",
            "请从 waive 或 items 中删去。"),
    IGNORED_BUT_USED(
            "MAPPING-013",
            "field '{0}' is ignored and used.",
            "Remove it from 'ignore'.",
            "字段 “{0}” 既忽略又使用。",
            "请从 ignore 中删去。"),
    KEY_WAIVED(
            "MAPPING-014",
            "item '{0}' belongs to the key of resource '{1}' and cannot go without a value.",
            "Set it under 'items'.",
            "信息项 “{0}” 是资源 “{1}” 的主键,不能免填。",
            "请在 items 中赋值。"),
    UNKNOWN_FUNCTION(
            "MAPPING-015",
            "function '{0}' does not exist.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "没有函数 “{0}”。",
            "{1?是否想写 “{1}”?}{2?可用:{2}。}"),
    UNKNOWN_ARGUMENT(
            "MAPPING-016",
            "function '{0}' takes no argument '{1}'.",
            "It is written {2}.",
            "函数 “{0}” 没有参数 “{1}”。",
            "写法:{2}。"),
    MISSING_ARGUMENT(
            "MAPPING-017",
            "function '{0}' lacks its argument '{1}'.",
            "It is written {2}.",
            "函数 “{0}” 缺少参数 “{1}”。",
            "写法:{2}。"),
    WRONG_ARGUMENT(
            "MAPPING-018",
            "function '{0}' cannot use {3} as '{1}'.",
            "It is written {2}; '{1}' is {4}.",
            "函数 “{0}” 的参数 “{1}” 不能是{6}。",
            "写法:{2};“{1}” 应为{5}。"),
    UNKNOWN_CODE_TABLE(
            "MAPPING-019",
            "code table '{0}' does not exist.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "没有代码表 “{0}”。",
            "{1?是否想写 “{1}”?}{2?已有:{2}。}"),
    NOT_IN_CODE_TABLE(
            "MAPPING-020",
            "'{0}' is no code of table '{1}'.",
            "Correct the right side of the map.",
            "“{0}” 不是代码表 “{1}” 中的代码。",
            "请修改映射的右侧。"),
    UNKNOWN_DIALECT(
            "MAPPING-051",
            "there is no cross-walk from '{0}' to code table '{3}'.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.} Words of one source alone stand in map.",
            "没有从 “{0}” 到代码表 “{3}” 的对照关系。",
            "{1?是否想写 “{1}”?}{2?已有:{2}。}仅一个来源使用的词写在 map 中。"),
    STEP_MISMATCH(
            "MAPPING-021",
            "function '{0}' works on {1} and stands after {2}.",
            "Put the function that makes {1} before it, or leave it out.",
            "函数 “{0}” 处理{3},而前面是{4}。",
            "请先用函数得到{3},或删去此函数。"),
    ITEM_MISMATCH(
            "MAPPING-022",
            "item '{0}' is of type {1} and is given {2}.",
            "Let the value end with the function {3}.",
            "信息项 “{0}” 的类型是 “{1}”,而得到{4}。",
            "取值应以函数 {3} 结束。"),
    OTHER_CODE_TABLE(
            "MAPPING-023",
            "item '{0}' holds codes of table '{1}' and is given codes of '{2}'.",
            "Name table '{1}'.",
            "信息项 “{0}” 使用代码表 “{1}”,而得到 “{2}” 的代码。",
            "请改用代码表 “{1}”。"),
    UNKNOWN_MAPPING(
            "MAPPING-024",
            "mapping '{0}' does not exist.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "没有映射 “{0}”。",
            "{1?是否想写 “{1}”?}{2?已有:{2}。}"),
    OTHER_FIELDS(
            "MAPPING-025",
            "the rows have other fields than mapping '{0}' was made for: missing [{1}], unexpected [{2}].",
            "Bring the source and its mapping to the same fields.",
            "数据的字段与映射 “{0}” 不一致:缺少 [{1}],多出 [{2}]。",
            "请使来源与映射的字段一致。"),
    NO_FIELDS(
            "MAPPING-026",
            "no source of the system uses this mapping.",
            "Name it as 'mapping' of a source in adapter.yaml, or remove the file.",
            "本系统没有来源使用此映射。",
            "请在 adapter.yaml 的来源中引用,或删除此文件。"),
    FORMS_CONTRADICT(
            "MAPPING-029",
            "'{2}' is one date by the form '{0}' and another by '{1}'.",
            "Keep the form that the source has; where it has both, nobody can tell them apart.",
            "“{2}” 按格式 “{0}” 和 “{1}” 是两个不同的日期。",
            "请只保留来源实际使用的格式;两者并用时无法区分。"),
    UNREACHABLE_CHOICE(
            "MAPPING-027",
            "a choice ends with 'otherwise', once and last.",
            "Write 'otherwise: nothing' where no value is meant.",
            "choose 的最后一项应为 otherwise,且只有一项。",
            "若无值,请写 otherwise: nothing。"),
    NOT_ORDERED(
            "MAPPING-041",
            "{0} cannot be less or greater, because it is {1}.",
            "Let the value end with number, date or date-time before it is compared.",
            "{0} 是{2},不能比较大小。",
            "比较前请先用 number、date 或 date-time 转换。"),
    NOT_COMPARABLE(
            "MAPPING-042",
            "{0} is no {1} to compare with.",
            "Write a number plainly, a date as yyyy-MM-dd, a date-time as yyyy-MM-ddTHH:mm:ss, or a value of the same kind.",
            "{0} 不是可供比较的{2}。",
            "数值写作普通小数,日期写作 yyyy-MM-dd,日期时间写作 yyyy-MM-ddTHH:mm:ss,或写同类的值。"),
    UNKNOWN_TABLE(
            "MAPPING-043",
            "table '{0}' is not among the mapping's tables.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.} A table stands under 'tables' of the same file.",
            "映射中没有表 “{0}”。",
            "{1?是否想写 “{1}”?}{2?已有:{2}。}表写在同一文件的 tables 下。"),
    UNKNOWN_COLUMN(
            "MAPPING-044",
            "column '{0}' is not in table '{3}'.",
            "{1?Did you mean '{1}'? }{2?Columns that can be given: {2}.}",
            "表 “{3}” 没有列 “{0}”。",
            "{1?是否想写 “{1}”?}{2?可取的列:{2}。}"),
    TABLE_UNREADABLE(
            "MAPPING-045",
            "the file '{0}' of table '{1}' cannot be read beside the mapping.",
            "Put a CSV file of that name in the folder of the mapping, in UTF-8, at most {2} bytes long.",
            "表 “{1}” 的文件 “{0}” 不可读。",
            "请在映射所在文件夹放置同名 CSV 文件,UTF-8 编码,不超过 {2} 字节。"),
    TABLE_SHAPE(
            "MAPPING-046",
            "table '{0}' has {1} values in row {2} where {3} belong.",
            "The first line names two or more columns, each once; every row has as many values, under the same names.",
            "表 “{0}” 第 {2} 行有 {1} 个值,应为 {3} 个。",
            "首行为两个以上互不相同的列名,以下各行列数与列名须一致。"),
    TABLE_KEY_TWICE(
            "MAPPING-047",
            "table '{0}' has '{1}' twice or empty in its first column.",
            "Every row begins with a text of its own.",
            "表 “{0}” 首列的 “{1}” 重复或为空。",
            "各行首列须有值且互不相同。"),
    NOT_A_STRUCTURE(
            "MAPPING-048",
            "item '{0}' is a structure and is given {1}.",
            "Write it with 'items', or with 'each' and 'items'; no other item is made that way.",
            "信息项 “{0}” 是结构,而得到{2}。",
            "请用 items 或 each 加 items 编写;其他信息项不可如此。"),
    OTHER_SHAPE(
            "MAPPING-054",
            "item '{0}' is declared as [{1}] and is made by [{2}].",
            "A repeated item is made by 'each' with 'items', one that is not by 'items' alone.",
            "信息项 “{0}” 声明为 [{1}],而写法为 [{2}]。",
            "重复的信息项用 each 加 items 编写,不重复的只用 items。"),
    MISSING_NESTED(
            "MAPPING-055",
            "'{0}' is mandatory in item '{1}' and is not made.",
            "Make it among the nested items; a row that lacks it is rejected.",
            "信息项 “{1}” 内的 “{0}” 为必填,而未赋值。",
            "请在内部 items 中赋值;缺少该值的行将被拒绝。"),
    NOTHING_REPEATED(
            "MAPPING-049",
            "'each' does not end with a path that can be repeated.",
            "Let it end with xml('/…') or json('/…') without 'all', or inside of another 'each' be each('…').",
            "each 没有以可重复的路径结束。",
            "请以不带 all 的 xml('/…') 或 json('/…') 结束;在另一个 each 之内可写 each('…')。"),
    NO_ELEMENT(
            "MAPPING-050",
            "each('{0}') is no path from the element of an 'each' around it.",
            "Use it among the items of an 'each', with a path that does not begin with a slash, such as name or @id.",
            "each('{0}') 不是所在 each 元素的相对路径。",
            "只能用于 each 的 items 之中,路径不以斜线开头,如 name 或 @id。"),
    EXPRESSION_WRONG(
            "MAPPING-053",
            "the expression cannot be compiled: {0}.",
            "It is CEL over the fields, all of them texts; it gives a text, a whole number or true or false.",
            "表达式无法编译:{1}。",
            "表达式为 CEL,字段均为文本;结果应为文本、整数或真假。"),
    ITEM_FORM(
            "MAPPING-052",
            "item '{0}' is made by [{1}].",
            "It is made in one way: from; choose; items; each with items or with from; expression.",
            "信息项 “{0}” 的写法为 [{1}]。",
            "只能用一种写法:from;choose;items;each 加 items 或 from;expression。");

    private final String code;
    private final Texts texts;

    MappingProblem(String code, String english, String englishRemedy, String chinese, String chineseRemedy) {
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
