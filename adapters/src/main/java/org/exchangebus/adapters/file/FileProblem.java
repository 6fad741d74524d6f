package org.exchangebus.adapters.file;

import org.exchangebus.schemas.problem.Problem;

/** What can go wrong between the bus and a file server ({@code ADAPTER-020} to {@code 039}, {@code 070} to {@code 079}). */
public enum FileProblem implements Problem {
    CANNOT_CONNECT(
            20,
            "The server at {0} cannot be reached: {1}.",
            "Check the address, the network and whether the server runs; the next run tries again.",
            "无法连接 {0} 的服务器：{1}。",
            "请检查地址、网络及服务器状态；下次运行会重试。"),
    LOGIN_REFUSED(
            21,
            "The server at {0} refuses the login of '{1}'.",
            "Check user and secret with the system's owner.",
            "{0} 的服务器拒绝用户“{1}”登录。",
            "请与系统负责人核对用户名和密码。"),
    NO_DIRECTORY(
            22,
            "The server at {0} does not let the bus into directory '{1}'.",
            "Check 'directory' and the user's rights.",
            "{0} 的服务器不允许进入目录“{1}”。",
            "请检查 directory 设置与用户权限。"),
    UNREADABLE_LISTING(
            23,
            "Of {0} lines of the listing of '{1}' only {2} could be read.",
            "Nothing was taken. Have the server offer MLSD, or report the form of its listing.",
            "目录“{1}”的 {0} 行列表中只有 {2} 行可以识别。",
            "本次未取任何文件。请让服务器支持 MLSD，或反馈其列表格式。"),
    OTHER_DATA_HOST(
            24,
            "The server at {0} points the data connection to another host, '{1}'.",
            "Nothing was taken. If it stands behind address translation, set 'passive-address: ignored'.",
            "{0} 的服务器把数据连接指向另一台主机“{1}”。",
            "本次未取任何文件。若其位于地址转换之后，请设置 passive-address: ignored。"),
    OTHER_HOST_KEY(
            25,
            "The server at {0} shows the host key {1}, which is not the one that is pinned.",
            "Nothing was sent to it. Ask the owner whether the key was changed, and by whom, before you change 'host-key'.",
            "{0} 的服务器出示的主机密钥 {1} 与固定的密钥不符。",
            "未向其发送任何内容。修改 host-key 之前，请先向系统负责人确认密钥是否及由何人更换。"),
    SHORT_TRANSFER(
            26,
            "Of file '{0}' {2} bytes came, {1} were listed.",
            "The file stays where it is; the next run tries again.",
            "文件“{0}”列表大小为 {1} 字节，实际收到 {2} 字节。",
            "文件留在原处；下次运行会重试。"),
    SERVER_REFUSED(
            27,
            "The server at {0} refuses {1} of '{2}': {3}.",
            "Check the user's rights; the next run tries again.",
            "{0} 的服务器拒绝对“{2}”执行 {1}：{3}。",
            "请检查用户权限；下次运行会重试。"),
    CONNECTION_LOST(
            28,
            "The connection to the server at {0} was lost: {1}.",
            "What came was thrown away and nothing was touched; the next run tries again.",
            "与 {0} 的服务器的连接中断：{1}。",
            "已收到的部分已丢弃，源端未作改动；下次运行会重试。"),
    REFUSED_NAME(
            30,
            "The server lists the name '{0}', which is not one plain file name in the declared charset.",
            "No command was sent for it. Have the department remove it, and find out who put it there.",
            "服务器列出的名称“{0}”不是所声明字符集中的普通文件名。",
            "未对其发出任何命令。请提供部门删除，并查明由谁放入。"),
    COMPANION_MISMATCH(
            31,
            "The companion says {0}={1}, the file has {2}.",
            "Have the department send file and companion again.",
            "校验文件写明 {0}={1}，实际为 {2}。",
            "请提供部门重新报送数据文件与校验文件。"),
    COMPANION_UNREADABLE(
            32,
            "The companion holds '{0}', which is not size=, sha256=, md5= or rows= with a value.",
            "Have the department write it as agreed, or leave it empty.",
            "校验文件中的“{0}”不是 size=、sha256=、md5= 或 rows= 及其值。",
            "请提供部门按约定填写，或留空。"),
    COMPANION_ALONE(
            33,
            "The companion '{0}' has no data file.",
            "Have the department send the data file.",
            "校验文件“{0}”没有对应的数据文件。",
            "请提供部门报送数据文件。"),
    NO_LAST_LINE_END(
            34,
            "The last line has no line end, so that the file may be cut off.",
            "Have the department end each line, or state size= in the companion.",
            "最后一行没有换行，文件可能不完整。",
            "请提供部门使每行以换行结束，或在校验文件中注明 size=。"),
    MOVED_UNREAD(
            35,
            "'{0}' was issued twice while it was being moved; '{1}' is not what was taken, and was not read.",
            "Look at that file: if its records still count, put it back under a name of its own.",
            "“{0}”在移动过程中被两次重新报送；“{1}”不是已采集的内容，也未被读取。",
            "请查看该文件：若其中的记录仍有效，请以另外的名称放回。"),
    NO_CREDENTIALS(
            70,
            "The connection has neither 'password' nor 'key'.",
            "Give one of them as ${secret:name}.",
            "连接既没有 password，也没有 key。",
            "请以 ${secret:名称} 给出其中之一。");

    private final String code;
    private final Texts texts;

    FileProblem(int number, String english, String englishRemedy, String chinese, String chineseRemedy) {
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
