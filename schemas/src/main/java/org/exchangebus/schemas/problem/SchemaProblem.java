package org.exchangebus.schemas.problem;

/** The problems of this module: documents that cannot be used (0xx), records that cannot be delivered (1xx), doubts (2xx). */
public enum SchemaProblem implements Problem {
    FILE_UNREADABLE(
            "001",
            "The file cannot be read: {0}.",
            "Make sure that it is there, is UTF-8 and may be read.",
            "无法读取文件:{0}。",
            "请确认文件存在、编码为 UTF-8 且有读取权限。"),
    NOT_YAML(
            "002",
            "The file stops being YAML here; the parser says \"{0}\".",
            "Indent with blanks, put a blank after each colon, and quote texts that hold ': ' or begin with a special character.",
            "此处不符合 YAML 语法;解析器提示 “{0}”。",
            "用空格缩进,冒号后留一个空格,含“: ”或以特殊字符开头的文本加引号。"),
    YAML_NOT_PLAIN(
            "003",
            "'{0}' is an anchor, an alias, a tag or a second document; only plain YAML is read.",
            "Write the value out where it is needed.",
            "“{0}”是锚点、别名、标签或第二个文档,这里只接受普通 YAML。",
            "请在需要的地方直接写出该值。"),
    KEY_TWICE("004", "Key '{0}' stands here for the second time.", "Keep one of the two.", "键“{0}”在此重复出现。", "请保留其中一个。"),
    KEY_UNKNOWN(
            "005",
            "Key '{0}' is not known here.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "此处没有键“{0}”。",
            "{1?是否为“{1}”?}{2?可用的键:{2}。}"),
    KEY_MISSING("006", "Key '{0}' is missing.", "Add it; see the schema for its meaning.", "缺少键“{0}”。", "请补充,含义见模式文件。"),
    VALUE_OF_OTHER_TYPE(
            "007",
            "'{0}' is {1} and has to be {2}.",
            "A text that looks like a number is put in quotes.",
            "“{0}”是{3},应为{4}。",
            "看起来像数字的文本请加引号。"),
    VALUE_NOT_LISTED(
            "008",
            "'{0}' is not one of the values.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.}",
            "“{0}”不在取值范围内。",
            "{1?是否为“{1}”?}{2?可用的值:{2}。}"),
    VALUE_OF_OTHER_FORM(
            "009", "'{0}' has to be {1}.", "Change the value. Its meaning: {3}", "“{0}”应{2}。", "请修改该值。模式文件中的说明:“{3}”"),
    NAME_AND_PLACE_DISAGREE(
            "010",
            "The {0} is '{1}', but the file says '{2}' by its name or folder.",
            "Rename one of the two.",
            "{0}为“{1}”,而文件名或所在目录为“{2}”。",
            "请统一两者。"),
    NAME_TWICE("011", "The {0} '{1}' is taken already by {2}.", "Choose another.", "{0}“{1}”已被 {2} 使用。", "请换一个。"),
    NAME_UNKNOWN(
            "012",
            "There is no {0} '{1}'.",
            "{2?Did you mean '{2}'? }{3?Known: {3}.}",
            "不存在 {0}“{1}”。",
            "{2?是否为“{2}”?}{3?已知:{3}。}"),
    KEY_ITEM_NOT_MANDATORY(
            "013",
            "Item '{0}' is part of the key, but not mandatory.",
            "Write 'obligation: mandatory' for it.",
            "信息项“{0}”属于主键,但不是必填。",
            "请将其写为 obligation: mandatory。"),
    PROVIDER_CODE_FAILS(
            "014",
            "Provider code '{0}' is not a unified social credit code (GB 32100).",
            "Copy it again from the provider's certificate.",
            "提供方代码“{0}”不是统一社会信用代码(GB 32100)。",
            "请按提供方证书重新填写。"),
    RESOURCE_CODE_OF_OTHER_CLASS(
            "015",
            "Resource code '{0}' begins with '{1}', the class '{2}' begins with '{3}'.",
            "Base is 1, theme is 2, department is 3.",
            "信息资源代码“{0}”以“{1}”开头,而类“{2}”应以“{3}”开头。",
            "基础为 1,主题为 2,部门为 3。"),
    SHARING_INCOMPLETE(
            "016",
            "Sharing is '{0}', but '{1}' is not stated.",
            "Conditional sharing states its condition, withheld its legal basis.",
            "共享类型为“{0}”,但未说明“{1}”。",
            "有条件共享须写明条件,不予共享须写明依据。"),
    ITEM_DOES_NOT_SUIT(
            "017",
            "Item '{0}' is '{1}', which does not suit '{2}'.",
            "Suits: {3}.",
            "信息项“{0}”为“{1}”,不适用于“{2}”。",
            "适用:{3}。"),
    LISTED_VALUE_CANNOT_BE(
            "018",
            "'{0}' is waited for in item '{1}', whose code table '{2}' does not hold it.",
            "Write a code of the table.",
            "规则等待信息项“{1}”取值“{0}”,但代码表“{2}”中没有该值。",
            "请写代码表中的代码。"),
    CONDITION_MISSING(
            "019",
            "Item '{0}' is conditional, but no rule states the condition.",
            "Add a rule 'required-when' for it, or make it optional.",
            "信息项“{0}”为条件必填,但没有规则说明条件。",
            "请为其增加 required-when 规则,或改为可选。"),
    LIMITS_CROSSED(
            "020",
            "'{0}' is {1} and has to be less than '{2}', which is {3}, or nothing could pass.",
            "Exchange or correct the two.",
            "“{0}”为 {1},须小于“{2}”({3}),否则任何值都无法通过。",
            "请对调或更正。"),
    EITHER_OF_TWO_KEYS(
            "041",
            "One of '{0}' and '{1}' has to be there, and only one.",
            "Keep the one that is meant.",
            "“{0}”与“{1}”须且只能有一个。",
            "请保留所需的一个。"),
    ROW_OF_OTHER_FORM(
            "042",
            "'{0}' is no row of '{1}'.",
            "Write one row a line, without quotes, dates as yyyy-MM-dd or empty.",
            "“{0}”不是“{1}”的行。",
            "每行一条,不加引号,日期写作 yyyy-MM-dd 或留空。"),
    WALKS_TO_NO_CODE(
            "043",
            "'{0}' stands in a cross-walk, but is no code of table '{1}'.",
            "Write a code of the table.",
            "对照关系中的“{0}”不是代码表“{1}”中的代码。",
            "请写代码表中的代码。"),
    VERSIONS_OUT_OF_ORDER(
            "031",
            "Version '{0}' stands below '{1}' and is not older by number and date.",
            "The newest stands first; numbers and dates fall from line to line.",
            "版本“{0}”排在“{1}”之后,但编号或日期并不更早。",
            "最新的版本放在最前,编号和日期逐行递减。"),
    RELATED_UNKNOWN(
            "032",
            "Related resource '{0}' is not in the catalogue.",
            "{1?Did you mean '{1}'? }A resource of another catalogue stands under 'external'.",
            "目录中没有关联资源“{0}”。",
            "{1?是否为“{1}”?}其他目录的资源请写在 external 下。"),
    FORMAT_OF_OTHER_KIND(
            "033",
            "Format '{0}' is one of kind '{1}', not of kind '{2}'.",
            "Change the kind or the type.",
            "格式“{0}”属于“{1}”,不属于“{2}”。",
            "请修改格式分类或格式类型。"),
    OPEN_BUT_KEPT_BACK(
            "034",
            "The resource is open to the public and {0} at once.",
            "Decide which of the two holds.",
            "资源同时为“向社会开放”和“{0}”。",
            "请确定以哪一项为准。"),
    STATED_IN_VAIN(
            "035",
            "'{0}' is stated, but with '{1}' it means nothing.",
            "Take it out, or correct the other.",
            "写了“{0}”,但在“{1}”时没有意义。",
            "请删除,或更正另一项。"),
    RESOURCE_CODE_WITHOUT_DETAIL(
            "036",
            "Detail '{0}' is stated, but resource code '{1}' has no digits for it.",
            "The front part is 类 1, 项 2, 目 3 digits, then those of the 细目.",
            "写了细目“{0}”,但信息资源代码“{1}”没有相应的数字。",
            "前段码为类 1 位、项 2 位、目 3 位,其后为细目。"),
    NOT_IN_ONE_LINE(
            "037",
            "'{0}' holds the character {1}, which does not belong into a text of one line.",
            "Write it in one line, without tabs and other characters that cannot be seen.",
            "“{0}”含有字符 {1},不应出现在单行文本中。",
            "请写成一行,不含制表符等不可见字符。"),

    MANDATORY_MISSING(
            "101",
            "'{0}' ({1}) has to be there and is not.",
            "Fill it in at the source.",
            "“{0}”({1})为必填项,但没有值。",
            "请在源系统补充。"),
    TYPE_BROKEN(
            "102",
            "'{0}' is '{1}', which is not of the form '{2}'.",
            "Write it in that form.",
            "“{0}”的值“{1}”不符合格式“{2}”。",
            "请按该格式填写。"),
    TOO_LONG(
            "103",
            "'{0}' is '{1}', longer than {2} characters.",
            "Shorten it at the source; nothing is cut off.",
            "“{0}”的值“{1}”超过 {2} 个字符。",
            "请在源系统缩短,总线不会截断。"),
    TOO_MANY_DIGITS(
            "104",
            "'{0}' is '{1}', more than {2} digits with {3} of them decimal places.",
            "Correct the number or its unit.",
            "“{0}”的值“{1}”超过 {2} 位数字(其中小数 {3} 位)。",
            "请更正数值或单位。"),
    NOT_IN_CODE_TABLE(
            "105",
            "'{0}' is '{1}', which is no code of '{2}'.",
            "Translate it in the mapping, or correct it at the source.",
            "“{0}”的值“{1}”不是代码表“{2}”中的代码。",
            "请在映射中转换,或在源系统更正。"),
    SEX_DISAGREES(
            "107",
            "'{0}' is '{1}', the identity number says otherwise.",
            "Find out which of the two is right.",
            "“{0}”为“{1}”,与公民身份号码不一致。",
            "请核实哪一项正确。"),
    BIRTH_DATE_DISAGREES(
            "108",
            "'{0}' is not the birth date of the identity number.",
            "Find out which of the two is right.",
            "“{0}”与公民身份号码中的出生日期不一致。",
            "请核实哪一项正确。"),
    REQUIRED_BY_OTHER(
            "109",
            "'{0}' has to be there because '{1}' is '{2}'.",
            "Fill it in at the source.",
            "“{1}”为“{2}”时,“{0}”为必填项。",
            "请在源系统补充。"),
    BEFORE_OTHER("110", "'{0}' is before '{1}'.", "Find out which of the two is right.", "“{0}”早于“{1}”。", "请核实哪一项正确。"),
    NOT_PART_OF_CREDIT_CODE(
            "111",
            "'{0}' is '{1}', which is not characters 9 to 17 of '{2}'.",
            "Find out which of the two is right.",
            "“{0}”的值“{1}”不是“{2}”的第 9 至 17 位。",
            "请核实哪一项正确。"),
    GEOMETRY_FORM(
            "112",
            "'{0}' is no GeoJSON geometry as it has to be: {1}, at byte {2}.",
            "Write RFC 7946: allowed type, closed rings of four or more positions, longitude before latitude.",
            "“{0}”不是符合要求的 GeoJSON 几何:{3}(第 {2} 字节)。",
            "请按 RFC 7946 填写:允许的类型、闭合且至少四点的环、先经度后纬度。"),
    GEOMETRY_OUTSIDE(
            "113",
            "'{0}' leaves the bounds west {1}, south {2}, east {3}, north {4}, at byte {5}.",
            "Longitude comes first; check axis order, projection and datum.",
            "“{0}”超出范围:西 {1}、南 {2}、东 {3}、北 {4}(第 {5} 字节)。",
            "经度在前;请检查坐标轴顺序、投影和基准。"),
    STRUCTURE_FORM(
            "114",
            "'{0}' is no structure in canonical JSON: {1}, at byte {2}.",
            "Let the mapping write it with 'items' or 'each'; names sorted, no blanks, nothing empty.",
            "“{0}”不是规范的 JSON 结构:{3}(第 {2} 字节)。",
            "请在映射中用 items 或 each 生成:名称有序、无空白、无空值。"),
    STRUCTURE_OTHER(
            "115",
            "'{0}' is {1}, and its resource declares {2}.",
            "Let the mapping make what is declared.",
            "“{0}”是{3},而资源声明为{4}。",
            "请使映射按声明生成。"),
    CODE_RETIRED(
            "141",
            "'{0}' is '{1}', a code that '{2}' has retired.",
            "Give its successor at the source or in the mapping; old records may keep it where the item says 'retired-codes: true'.",
            "“{0}”的值“{1}”是代码表“{2}”中已停用的代码。",
            "请在源系统或映射中改为现行代码;允许保留旧代码的信息项可声明 retired-codes: true。"),
    FULL_WIDTH(
            "120",
            "'{0}' is '{1}', whose character {2} is full-width, and the item is stated half-width.",
            "Write it half-width at the source, or let the mapping do it with 'half-width'.",
            "“{0}”的值“{1}”第 {2} 个字符为全角,而该信息项规定为半角。",
            "请在源系统改为半角,或在映射中用 half-width 转换。"),
    NOT_NORMALISED(
            "121",
            "'{0}' is '{1}', which is not in Unicode normal form C: a character stands there in parts or as a double.",
            "Write it in normal form C, or let the mapping do it.",
            "“{0}”的值“{1}”不是 Unicode 规范形式 C(NFC):有字符被拆分或使用了兼容重复编码。",
            "请改为 NFC,或在映射中转换。"),
    NOT_WITHIN_DIVISION(
            "122",
            "'{0}' is '{1}', which by its digits does not lie within '{2}', which is '{3}'.",
            "Find out which of the two is right; the digits of a division begin with those of the one above it.",
            "“{0}”的值“{1}”按代码不属于“{2}”的值“{3}”。",
            "请核实哪一项正确,下级区划代码应以上级区划代码开头。"),

    CODE_NOT_LISTED(
            "201",
            "'{0}' is '{1}', which '{2}' does not list; the table is open, so it passes.",
            "Make sure that it is meant.",
            "“{0}”的值“{1}”未列入“{2}”;该代码表可扩展,故放行。",
            "请确认确为此值。"),
    RETIRED_CODE_PASSES(
            "211",
            "'{0}' is '{1}', a code that '{2}' has retired; the table is open, so it passes.",
            "Give its successor, or write 'retired-codes: true' for the item where old records keep the code of their time.",
            "“{0}”的值“{1}”是“{2}”中已停用的代码;该代码表可扩展,故放行。",
            "请改为现行代码;允许保留旧代码的信息项可声明 retired-codes: true。");

    private final String code;
    private final Texts texts;

    SchemaProblem(String number, String english, String englishRemedy, String chinese, String chineseRemedy) {
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
