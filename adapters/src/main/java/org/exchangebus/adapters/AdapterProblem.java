package org.exchangebus.adapters;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with an adapter's description, a source, a file or a row (001 to 099; protocols of others above). */
public enum AdapterProblem implements Problem {
    NOT_YAML(
            1,
            "The file cannot be read as YAML; the parser says \"{0}\".",
            "Correct it here; an editor with YAML support shows the place.",
            "无法按 YAML 读取该文件；解析器提示“{0}”。",
            "请在此处更正；支持 YAML 的编辑器可显示位置。"),
    UNKNOWN_PROTOCOL(2, "Protocol '{0}' is not known.", "{1?Known: {1}.}", "未知协议“{0}”。", "已知协议：{1}。"),
    UNKNOWN_KEY(3, "Setting '{0}' is not declared.", "Declared: {1}.", "未声明的设置“{0}”。", "已声明：{1}。"),
    MISSPELT_KEY(
            4,
            "Setting '{0}' is not declared.",
            "{1?Did you mean '{1}'? }Declared: {2}.",
            "未声明的设置“{0}”。",
            "{1?是否应为“{1}”？}已声明：{2}。"),
    MISSING_KEY(5, "'{1}' lacks the setting '{0}'.", "Add '{0}' here.", "“{1}”缺少设置“{0}”。", "请在此处添加“{0}”。"),
    WRONG_VALUE(
            6,
            "Setting '{0}' is '{1}', which is not a value of its kind.",
            "Expected: {2}.",
            "设置“{0}”的值“{3}”不符合要求。",
            "应为：{4}。"),
    KEY_TWICE(7, "Setting '{0}' stands twice.", "Keep one of the two.", "设置“{0}”重复出现。", "请只保留一个。"),
    UNKNOWN_PLACEHOLDER(
            9,
            "No address is known for '{0}'.",
            "Write the address itself, or give 'addresses.{0}' in bus.yaml.",
            "没有名为“{0}”的地址。",
            "请直接写出地址，或在 bus.yaml 中给出 addresses.{0}。"),
    SECRET_IN_PLAIN_TEXT(
            10,
            "Setting '{0}' holds a secret in plain text.",
            "Name it instead, as ${secret:name}, and give its value to the bus.",
            "设置“{0}”以明文写出了机密。",
            "请改写为 ${secret:名称}，并将其值另行提供给总线。"),
    SECRET_NOT_FOUND(
            11,
            "Secret '{0}' has no value.",
            "Set {1} in the environment, or put a file '{0}' into the folder of secrets.",
            "机密“{0}”没有值。",
            "请设置环境变量 {1}，或在机密目录中放入文件“{0}”。"),
    NO_MAPPING_FILE(
            12,
            "Mapping '{0}' has no file '{0}.mapping.yaml' in the system's folder.",
            "Write it, or name a mapping that is there.",
            "系统目录中没有映射“{0}”的文件“{0}.mapping.yaml”。",
            "请编写该文件，或改用已有的映射。"),
    UNKNOWN_SOURCE(13, "There is no source '{0}'.", "Sources: {1}.", "没有名为“{0}”的来源。", "已有来源：{1}。"),
    SYSTEM_TWICE(
            14,
            "System '{0}' is described twice; the other is in '{1}'.",
            "Rename one of the folders.",
            "系统“{0}”重复；另一处在“{1}”。",
            "请重命名其中一个目录。"),
    TAKES_NO_FILES(
            15,
            "The source reads a database, so no file can stand for its rows.",
            "Write the rows as in.json: a list of objects of texts or nulls.",
            "该来源读取数据库，文件不能代替其行。",
            "请将行写成 in.json：由文本或 null 构成的对象列表。"),
    COMPLETE_BY_CHANGE(
            16,
            "A source that is read by 'changed' does not give everything each time.",
            "Leave one of the two out; a 'sweep' takes everything from time to time.",
            "按 changed 读取的来源并非每次都提供全部数据。",
            "请去掉其中之一；可用 sweep 定期读取全部数据。");

    private final String code;
    private final Texts texts;

    AdapterProblem(int number, String english, String englishRemedy, String chinese, String chineseRemedy) {
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
