package org.exchangebus.schemas.catalogue;

import static org.exchangebus.schemas.catalogue.Effect.*;

import java.util.List;
import org.exchangebus.schemas.problem.Phrase;

/**
 * The kinds of change of a resource, of an item or of a code table. In the texts {@code {0}} is the name,
 * {@code {1}} what was, {@code {2}} what is.
 */
public enum ChangeKind {
    RESOURCE_RENAMED(
            "The resource is called '{2}', no more '{1}'.",
            "资源名称由“{1}”改为“{2}”。", MAPPING_NAMES_ANOTHER, TABLE_HAS_ANOTHER_NAME, IS_CALLED_OTHERWISE),
    KEY_CHANGED(
            "The key is ({2}), no more ({1}).",
            "主键由({1})改为({2})。", RECORDS_ARE_REJECTED, KEY_OF_THE_TABLE_IS_THE_OLD_ONE, RECORDS_HAVE_ANOTHER_KEY),
    SECRECY_CHANGED(
            "The resource is {2}, no more {1}.",
            "涉密属性由 {1} 改为 {2}。", PROVIDER_CHANGES_NETWORK, HUB_CHANGES_NETWORK, SUBSCRIBER_CHANGES_NETWORK),
    SHARING_TIGHTENED("Sharing is {2}, no more {1}.", "共享类型由 {1} 收紧为 {2}。", ACCESS_MAY_BE_LOST),
    SHARING_RELAXED("Sharing is {2}, no more {1}.", "共享类型由 {1} 放宽为 {2}。", MORE_MAY_HAVE_IT),
    SHARING_TERMS_CHANGED(
            "Condition or basis of sharing is '{2}', no more '{1}'.", "共享条件或依据由“{1}”改为“{2}”。", CONDITIONS_ARE_OTHER),
    SHARING_METHOD_CHANGED("The way of sharing is {2}, no more {1}.", "共享方式由 {1} 改为 {2}。", WAY_OF_SHARING_CHANGES),
    CLOSED_TO_PUBLIC("The resource is not open to the public any more.", "不再向社会开放。", ACCESS_MAY_BE_LOST),
    OPENED_TO_PUBLIC("The resource is open to the public now.", "改为向社会开放。", MORE_MAY_HAVE_IT),
    OPENNESS_TERMS_CHANGED(
            "The condition of opening is '{2}', no more '{1}'.", "开放条件由“{1}”改为“{2}”。", CONDITIONS_ARE_OTHER),
    RESOURCE_CODE_CHANGED("The resource code is '{2}', no more '{1}'.", "信息资源代码由“{1}”改为“{2}”。", REFERENCES_CHANGE),
    CLASSIFICATION_CHANGED("The classification is '{2}', no more '{1}'.", "分类由“{1}”改为“{2}”。"),
    PROVIDER_CHANGED("The provider is '{2}', no more '{1}'.", "提供方由“{1}”改为“{2}”。", ANOTHER_ANSWERS_FOR_IT),
    FORMAT_CHANGED("The provider keeps it as '{2}', no more as '{1}'.", "信息资源格式由“{1}”改为“{2}”。"),
    UPDATED_LESS_OFTEN("It is brought up to date {2}, no more {1}.", "更新周期由 {1} 延长为 {2}。", DATA_MAY_BE_OLDER),
    UPDATED_MORE_OFTEN("It is brought up to date {2}, no more {1}.", "更新周期由 {1} 缩短为 {2}。", DELIVERS_MORE_OFTEN),
    RELATED_CHANGED("Related resources are '{2}', no more '{1}'.", "关联资源由“{1}”改为“{2}”。"),
    TEXT_CHANGED("Title, summary or a reason of '{0}' is worded otherwise.", "“{0}”的名称、摘要或理由的文字有改动。"),
    VERSION_NOT_RAISED(
            "The version is '{1}' and has to be '{2}' or higher after such changes.",
            "版本为“{1}”,有此类变化时应不低于“{2}”。", VERSION_HIDES_IT),

    ITEM_REMOVED(
            "Item '{0}' ({1}) is gone.",
            "信息项“{0}”({1})已删除。", MAPPING_KNOWS_IT_NO_MORE, COLUMN_STAYS, VALUE_COMES_NO_MORE),
    ITEM_ADDED_MANDATORY(
            "Item '{0}' ({2}) is new and mandatory.",
            "新增必填信息项“{0}”({2})。", MAPPING_HAS_TO_SET_IT, COLUMN_IS_MISSING, VALUE_COMES_TOO),
    ITEM_ADDED_OPTIONAL(
            "Item '{0}' ({2}) is new and may be missing.",
            "新增可缺省信息项“{0}”({2})。", MAPPING_MAY_SET_IT, COLUMN_IS_MISSING, VALUE_COMES_TOO),
    ITEMS_MOVED("The items stand in another order.", "信息项的顺序改变。", COLUMNS_MOVE),
    TYPE_CHANGED(
            "Item '{0}' is of type {2}, no more {1}.",
            "信息项“{0}”的类型由 {1} 改为 {2}。", RECORDS_ARE_REJECTED, VALUE_IS_OF_OTHER_TYPE),
    LENGTH_SHRUNK(
            "Item '{0}' takes {2} characters, no more {1}.",
            "信息项“{0}”的长度由 {1} 缩短为 {2}。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    LENGTH_WIDENED("Item '{0}' takes {2} characters, no more {1}.", "信息项“{0}”的长度由 {1} 放宽为 {2}。", VALUE_MAY_BE_LARGER),
    DIGITS_SHRUNK(
            "Item '{0}' takes fewer digits or decimal places: {2}, no more {1}.",
            "信息项“{0}”的位数由 {1} 减少为 {2}。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    DIGITS_WIDENED(
            "Item '{0}' takes more digits or decimal places: {2}, no more {1}.",
            "信息项“{0}”的位数由 {1} 增加为 {2}。", VALUE_MAY_BE_LARGER),
    OBLIGATION_TIGHTENED(
            "Item '{0}' is {2}, no more {1}.", "信息项“{0}”由 {1} 收紧为 {2}。", MAPPING_HAS_TO_SET_IT, ROWS_STAY_AS_THEY_WERE),
    OBLIGATION_CONDITIONAL(
            "Item '{0}' has to be there on a condition, it was optional.",
            "信息项“{0}”由可选改为条件必填。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    OBLIGATION_RELAXED("Item '{0}' is {2}, no more {1}.", "信息项“{0}”由 {1} 放宽为 {2}。", VALUE_MAY_BE_MISSING),
    CODE_TABLE_CHANGED(
            "Item '{0}' holds codes of '{2}', no more of '{1}'.",
            "信息项“{0}”的代码表由“{1}”改为“{2}”。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE, CODES_MEAN_SOMETHING_ELSE),
    CODE_TABLE_SET(
            "Item '{0}' holds codes of '{2}', no more free text.",
            "信息项“{0}”由自由文本改为代码表“{2}”。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    CODE_TABLE_DROPPED(
            "Item '{0}' holds free text, no more codes of '{1}'.", "信息项“{0}”由代码表“{1}”改为自由文本。", LESS_IS_CHECKED),
    RETIRED_CODES_REFUSED(
            "Item '{0}' takes no retired codes any more.",
            "信息项“{0}”不再接受已停用的代码。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    RETIRED_CODES_TAKEN("Item '{0}' takes retired codes too.", "信息项“{0}”改为也接受已停用的代码。", CODES_ARE_NEW),
    IDENTIFIER_CHANGED(
            "Item '{0}' has to be an identifier of kind '{2}', not of kind '{1}'.",
            "信息项“{0}”的标识符种类由“{1}”改为“{2}”。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    IDENTIFIER_DROPPED("Item '{0}' is no more checked as '{1}'.", "信息项“{0}”不再按“{1}”检查。", LESS_IS_CHECKED),
    TEXT_FORM_TIGHTENED(
            "Item '{0}' has to be '{2}' in its characters, not '{1}'.",
            "信息项“{0}”的字符形式由“{1}”收紧为“{2}”。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    TEXT_FORM_RELAXED(
            "Item '{0}' may be '{2}' in its characters, not only '{1}'.",
            "信息项“{0}”的字符形式由“{1}”放宽为“{2}”。", LESS_IS_CHECKED),
    SHAPE_CHANGED(
            "Item '{0}' is declared to hold other items: {2}, no more {1}.",
            "信息项“{0}”所声明的内部信息项由 {1} 改为 {2}。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE, VALUE_IS_OF_OTHER_TYPE),
    MASKING_CHANGED(
            "Item '{0}' is masked as '{2}', no more as '{1}'.", "信息项“{0}”的脱敏方式由“{1}”改为“{2}”。", IS_SHOWN_OTHERWISE),
    SHORT_NAME_CHANGED(
            "Item '{0}' has the short name '{2}', no more '{1}'.",
            "信息项“{0}”的短名由“{1}”改为“{2}”。", COLUMN_IS_CALLED_OTHERWISE),
    RULE_ADDED("Rule '{2}' is new.", "新增规则“{2}”。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    RULE_REMOVED("Rule '{1}' is gone.", "规则“{1}”已删除。", LESS_IS_CHECKED),

    CODES_REMOVED(
            "Code table '{0}' has lost the codes {1}.",
            "代码表“{0}”删除了代码 {1}。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    CODES_RETIRED(
            "Code table '{0}' has retired the codes {2}; items that do not take retired codes refuse them.",
            "代码表“{0}”停用了代码 {2},不接受停用代码的信息项将拒绝它们。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    CODES_ADDED("Code table '{0}' has the new codes {2}.", "代码表“{0}”新增代码 {2}。", CODES_ARE_NEW),
    CODES_RENAMED(
            "Code table '{0}' calls codes otherwise: {2}, no more {1}.",
            "代码表“{0}”的名称由 {1} 改为 {2}。", LABELS_ARE_NOT_FOUND, CODES_ARE_TOLD_OTHERWISE),
    WORDS_REMOVED(
            "Code table '{0}' does not know the words {1} any more.", "代码表“{0}”不再包含词语 {1}。", LABELS_ARE_NOT_FOUND),
    WORDS_MOVED(
            "Code table '{0}' leads words to other codes: {2}, no more {1}.",
            "代码表“{0}”的词语对应的代码由 {1} 改为 {2}。", WORDS_GIVE_OTHER_CODES, CODES_MEAN_SOMETHING_ELSE),
    CODE_TABLE_CLOSED(
            "Code table '{0}' takes listed codes only.",
            "代码表“{0}”改为只接受所列代码。", RECORDS_ARE_REJECTED, ROWS_STAY_AS_THEY_WERE),
    CODE_TABLE_OPENED("Code table '{0}' takes codes that it does not list.", "代码表“{0}”改为接受未列代码。", CODES_ARE_NEW);

    private final Phrase text;
    private final List<Effect> effects;

    ChangeKind(String english, String chinese, Effect... effects) {
        text = new Phrase(english, chinese);
        this.effects = List.of(effects);
    }

    /** What is different. */
    public Phrase text() {
        return text;
    }

    /** What it always means; a change of a column's type means something to the hub beside these. */
    public List<Effect> effects() {
        return effects;
    }
}
