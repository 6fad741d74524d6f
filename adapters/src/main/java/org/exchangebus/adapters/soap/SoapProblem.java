package org.exchangebus.adapters.soap;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with a SOAP service as a source (101 to 199). */
public enum SoapProblem implements Problem {
    ARGUMENT_UNCLEAR(
            101,
            "Argument '{0}' has not exactly one of 'value', 'secret' and 'from'.",
            "Keep one of the three.",
            "参数“{0}”的 value、secret、from 不是恰好一个。",
            "请只保留其中一个。"),
    NOT_REACHED(
            102,
            "The service at {0} did not answer after {1} tries: {2}.",
            "Check the address and the way there; the next run starts anew.",
            "服务 {0} 尝试 {1} 次后仍无应答：{2}。",
            "请检查地址和网络；下次运行重新开始。"),
    HTTP_STATUS(
            103,
            "The service at {0} answered with HTTP status {1}.",
            "Ask the service's owner; nothing was taken.",
            "服务 {0} 返回 HTTP 状态 {1}。",
            "请联系服务提供方；未采集任何数据。"),
    REDIRECTED(
            104,
            "The service at {0} sends the call on to '{1}', which is not followed.",
            "Write the new address, if it is the right one: the call carries a password.",
            "服务 {0} 要求转到“{1}”，总线不跟随。",
            "如新地址正确请改写 address：调用中含有密码。"),
    NOT_XML(
            105,
            "The answer is '{0}' and not XML.",
            "Behind it may be a login page or a gateway; open the address by hand.",
            "应答类型为“{0}”，不是 XML。",
            "可能是登录页或网关；请手工访问该地址。"),
    NOT_AN_ENVELOPE(
            106,
            "The answer begins with the element '{0}' and not with a SOAP envelope.",
            "Check the address: it may be that of a page or of another service.",
            "应答的根元素是“{0}”，不是 SOAP 信封。",
            "请检查地址：可能是网页或其他服务。"),
    FAULT(
            107,
            "The service answered with the fault '{0}': {1}.",
            "Check operation and arguments, or ask the service's owner.",
            "服务返回错误“{0}”：{1}。",
            "请检查操作名和参数，或联系服务提供方。"),
    RESULT_CODE(
            108,
            "The service answered with the result code '{0}': {1}.",
            "Look it up in the service's handbook; often it is the user or the password.",
            "服务返回结果码“{0}”：{1}。",
            "请查阅接口文档；常见原因是用户名或密码。"),
    RESULT_MISSING(
            109,
            "The answer has no text in an element '{0}'.",
            "Compare 'result' with an answer of the service.",
            "应答中没有含文本的元素“{0}”。",
            "请对照服务应答核对 result。"),
    MALFORMED(
            110,
            "The {0} is not well-formed XML at line {1}, column {2}.",
            "Nothing was taken; the service's owner has to correct it.",
            "{0} 在第 {1} 行第 {2} 列不是合法的 XML。",
            "未采集任何数据；须由服务提供方更正。"),
    DTD_REFUSED(
            111,
            "The {0} has a document type declaration, which is not read.",
            "No service needs one in an answer; ask the service's owner whether it was attacked.",
            "{0} 含有文档类型声明（DTD），总线拒绝读取。",
            "正常应答不需要 DTD；请与服务提供方确认是否遭到攻击。"),
    TOO_LARGE(
            112,
            "The answer has more than {0} MiB.",
            "Ask for smaller pages, or raise 'largest-answer'.",
            "应答超过 {0} MiB。",
            "请减小 page-size，或调高 largest-answer。"),
    CHARSETS_DISAGREE(
            113,
            "The answer says that it is '{0}' and also that it is '{1}'.",
            "Find out which is right and write it as 'charset'.",
            "应答同时声明编码为“{0}”和“{1}”。",
            "请确认正确的编码并写入 charset。"),
    CHARSET_UNKNOWN(
            114,
            "The answer says that it is '{0}', which is not a known character set.",
            "Find out what it is and write it as 'charset'.",
            "应答声明的编码“{0}”未知。",
            "请确认正确的编码并写入 charset。"),
    NOT_IN_CHARSET(
            115,
            "The byte at offset {1} of the answer is no character of {0}.",
            "Find out which character set it is and write it as 'charset'.",
            "应答偏移 {1} 处的字节不属于 {0}。",
            "请确认正确的编码并写入 charset。"),
    DEADLINE(
            116,
            "The answer was not complete after {0} seconds.",
            "Ask for smaller pages, or raise 'deadline'.",
            "{0} 秒后应答仍不完整。",
            "请减小 page-size，或调高 deadline。"),
    TOTAL_MISSING(
            117,
            "The answer does not say at '{0}' how many records there are.",
            "Compare 'total' with an answer of the service; without it nobody knows whether all came.",
            "应答未在“{0}”给出记录总数。",
            "请对照服务应答核对 total；没有它无法确认是否收全。"),
    COUNT_DIFFERS(
            118,
            "The service says that there are {0} records, but its pages hold {1}.",
            "Nothing was taken; the service's owner has to correct it.",
            "服务声明共 {0} 条记录，各页合计 {1} 条。",
            "未采集任何数据；须由服务提供方更正。"),
    TOTAL_CHANGED(
            119,
            "The number of records changed from {0} to {1} while the pages were read, twice.",
            "Let it run when the service is quiet.",
            "分页读取期间记录总数两次变化（{0} 变为 {1}）。",
            "请安排在服务空闲时运行。"),
    FIELD_TWICE(
            120,
            "Field '{0}' stands twice in the record.",
            "Correct the record at the source.",
            "记录中字段“{0}”重复。",
            "请在源系统更正该记录。"),
    FIELD_NOT_TEXT(
            121,
            "Field '{0}' holds elements and not text.",
            "Correct the record at the source, or leave the field out.",
            "字段“{0}”含有子元素而不是文本。",
            "请在源系统更正该记录，或不读取该字段。"),
    NIL_WITH_TEXT(
            122,
            "Field '{0}' says that it is nil and has a text.",
            "Correct the record at the source.",
            "字段“{0}”声明为 nil 却有文本。",
            "请在源系统更正该记录。"),
    PAGE_TWICE(
            124,
            "Page {0} is the same, byte by byte, as one before it, so that other records are missing.",
            "Look whether the argument with 'from: page' is the one that the service counts pages by.",
            "第 {0} 页与之前的某页逐字节相同，因此缺少其他记录。",
            "请检查 from: page 对应的参数是否为该服务的页码参数。");

    private final String code;
    private final Texts texts;

    SoapProblem(int number, String english, String englishRemedy, String chinese, String chineseRemedy) {
        this.code = "ADAPTER-" + number;
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
