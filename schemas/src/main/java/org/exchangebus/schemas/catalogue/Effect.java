package org.exchangebus.schemas.catalogue;

import static org.exchangebus.schemas.catalogue.Party.HUB;
import static org.exchangebus.schemas.catalogue.Party.PROVIDER;
import static org.exchangebus.schemas.catalogue.Party.SUBSCRIBER;
import static org.exchangebus.schemas.catalogue.Severity.BREAKING;
import static org.exchangebus.schemas.catalogue.Severity.HARMLESS;
import static org.exchangebus.schemas.catalogue.Severity.WARNING;

import org.exchangebus.schemas.problem.Phrase;

/** What a change means to somebody, and what to do; texts take the arguments of the {@link Change}. */
public enum Effect {
    MAPPING_KNOWS_IT_NO_MORE(
            PROVIDER,
            BREAKING,
            "A mapping that sets or waives it does not load any more: take its line out.",
            "设置或豁免该项的映射将无法加载,请删除相应的行。"),
    MAPPING_HAS_TO_SET_IT(
            PROVIDER,
            BREAKING,
            "A mapping that neither sets nor waives it does not load, and records without it are rejected: add a line.",
            "既未设置也未豁免该项的映射将无法加载,缺少该值的记录会被拒绝,请补充一行。"),
    MAPPING_MAY_SET_IT(PROVIDER, HARMLESS, "A mapping may set it and need not.", "映射可以设置该项,也可以不设置。"),
    MAPPING_NAMES_ANOTHER(PROVIDER, BREAKING, "Mappings name the resource: change it in each.", "映射中写有资源名称,请逐一修改。"),
    RECORDS_ARE_REJECTED(
            PROVIDER,
            BREAKING,
            "Records that passed so far may be rejected: run the mapping's examples, and look at the source's values.",
            "以前通过的记录可能被拒绝,请运行映射的示例并核对源数据。"),
    LABELS_ARE_NOT_FOUND(
            PROVIDER,
            WARNING,
            "A mapping that looks codes up by their words may not find them any more.",
            "按名称查找代码的映射可能找不到。"),
    WORDS_GIVE_OTHER_CODES(
            PROVIDER,
            BREAKING,
            "A mapping that looks codes up by their words delivers another code from now on: compare with the source.",
            "按名称查找代码的映射今后会给出另一个代码,请与来源核对。"),
    MORE_MAY_HAVE_IT(
            PROVIDER,
            WARNING,
            "More people may have the data than before: the provider confirms that this is meant.",
            "可获取数据的范围扩大,请提供方确认。"),
    DELIVERS_MORE_OFTEN(
            PROVIDER,
            WARNING,
            "Data are promised more often: set the schedule of each source to it.",
            "承诺的更新更频繁,请调整各数据源的调度。"),
    PROVIDER_CHANGES_NETWORK(
            PROVIDER, BREAKING, "It is delivered through the bus of the other network from now on.", "今后须经另一网络的总线提供。"),

    COLUMN_IS_MISSING(
            HUB,
            BREAKING,
            "The registry's table lacks the column, and chunks fail until it is there: {3}",
            "登记库的表缺少该列,执行以下语句前数据块会失败:{3}"),
    COLUMN_STAYS(
            HUB,
            HARMLESS,
            "The registry's column stays with its last values and is filled no more.",
            "登记库保留该列及其最后的值,不再写入。"),
    COLUMN_IS_TOO_NARROW(
            HUB, BREAKING, "The registry's column is too narrow until it is widened: {3}", "登记库的列过窄,须先执行:{3}"),
    COLUMN_IS_OF_OTHER_TYPE(
            HUB, BREAKING, "The registry's column has another type until it is changed: {3}", "登记库的列类型不同,须先执行:{3}"),
    ROWS_STAY_AS_THEY_WERE(
            HUB,
            WARNING,
            "Rows from before may hold what would be rejected now; they change only when they are delivered again.",
            "以前的行可能含有现在会被拒绝的值,重新提供后才会改变。"),
    KEY_OF_THE_TABLE_IS_THE_OLD_ONE(
            HUB,
            BREAKING,
            "The table's primary key is the old one: make the table anew and deliver everything again.",
            "表的主键仍是旧的,请重建该表并全量重新提供。"),
    TABLE_HAS_ANOTHER_NAME(
            HUB,
            BREAKING,
            "Records go into a new, empty table and the old one is filled no more: deliver everything again.",
            "记录写入新的空表,旧表不再更新,请全量重新提供。"),
    HUB_CHANGES_NETWORK(
            HUB,
            BREAKING,
            "A registry serves one network: take the resource off this one and set it up on the other.",
            "登记库只服务一个网络,请从本网撤下并在另一网络建立。"),

    VALUE_COMES_NO_MORE(SUBSCRIBER, BREAKING, "Whoever reads it gets it no more.", "使用该项的系统将不再收到它。"),
    VALUE_COMES_TOO(SUBSCRIBER, HARMLESS, "Records carry one item more.", "记录多了一项。"),
    VALUE_MAY_BE_MISSING(
            SUBSCRIBER,
            WARNING,
            "The value may be missing; whoever relies on it has to expect none.",
            "该值可能缺失,依赖它的系统须能处理空值。"),
    VALUE_MAY_BE_LARGER(
            SUBSCRIBER,
            WARNING,
            "Values may be longer or have more digits; a field of the old size is too small.",
            "值可能更长或位数更多,旧的字段长度不够。"),
    VALUE_IS_OF_OTHER_TYPE(SUBSCRIBER, BREAKING, "Values are to be read as another type.", "须按新的数据类型读取。"),
    CODES_MEAN_SOMETHING_ELSE(
            SUBSCRIBER, BREAKING, "The same code may mean something else, or is none any more.", "同一代码的含义可能不同,或不再是代码。"),
    CODES_ARE_NEW(SUBSCRIBER, WARNING, "Codes come that were not known before.", "会出现以前没有的代码。"),
    CODES_ARE_TOLD_OTHERWISE(
            SUBSCRIBER,
            WARNING,
            "A code is told by another word: make sure that its meaning is the same.",
            "代码的名称改变,请确认含义未变。"),
    LESS_IS_CHECKED(SUBSCRIBER, WARNING, "What was sure so far is checked no more.", "以前保证的内容不再检查。"),
    IS_SHOWN_OTHERWISE(SUBSCRIBER, WARNING, "People see the value otherwise than before.", "人员查看时该值的显示方式改变。"),
    COLUMNS_MOVE(
            SUBSCRIBER, WARNING, "Files that are read by position have their columns elsewhere.", "按位置读取的文件,列的位置改变。"),
    COLUMN_IS_CALLED_OTHERWISE(
            SUBSCRIBER, WARNING, "Exports that use short names call the column otherwise.", "使用短名的导出中列名改变。"),
    RECORDS_HAVE_ANOTHER_KEY(
            SUBSCRIBER, BREAKING, "Records are told apart otherwise: copies are to be made anew.", "记录的区分方式改变,副本须重建。"),
    IS_CALLED_OTHERWISE(SUBSCRIBER, BREAKING, "It is found under another name.", "须以新的名称查找。"),
    REFERENCES_CHANGE(SUBSCRIBER, WARNING, "References by resource code have to follow.", "按资源代码的引用须同步修改。"),
    ACCESS_MAY_BE_LOST(
            SUBSCRIBER, BREAKING, "Who has access has to be looked at again, and may lose it.", "须重新核定使用权限,可能失去权限。"),
    CONDITIONS_ARE_OTHER(SUBSCRIBER, WARNING, "Read the new terms before using it on.", "继续使用前请阅读新的规定。"),
    WAY_OF_SHARING_CHANGES(SUBSCRIBER, BREAKING, "It is fetched in another way.", "获取方式改变。"),
    ANOTHER_ANSWERS_FOR_IT(SUBSCRIBER, WARNING, "Corrections and questions go to another place.", "纠错和咨询的对象改变。"),
    DATA_MAY_BE_OLDER(SUBSCRIBER, WARNING, "Data may be older than before.", "数据可能不如以前新。"),
    VERSION_HIDES_IT(
            SUBSCRIBER,
            WARNING,
            "Whoever goes by the version does not notice: raise it and say what changed.",
            "只看版本号的使用方不会察觉,请提升版本并说明变化。"),
    SUBSCRIBER_CHANGES_NETWORK(SUBSCRIBER, BREAKING, "It is to be had on the other network only.", "只能在另一网络获取。");

    private final Party party;
    private final Severity severity;
    private final Phrase text;

    Effect(Party party, Severity severity, String english, String chinese) {
        this.party = party;
        this.severity = severity;
        text = new Phrase(english, chinese);
    }

    public Party party() {
        return party;
    }

    public Severity severity() {
        return severity;
    }

    /** What it means; {@code {3}} is the statement that mends the registry. */
    public Phrase text() {
        return text;
    }
}
