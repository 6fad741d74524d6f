package org.exchangebus.adapters.database;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with a database as a source. */
public enum DatabaseProblem implements Problem {
    KEY_NOT_A_FIELD(
            "ADAPTER-201",
            "The key column '{0}' is not among the fields.",
            "Add it to the fields, or name another; fields: {1}.",
            "键列“{0}”不在 fields 之中。",
            "请把它加入 fields，或改用其他列；fields：{1}。"),
    CANNOT_CONNECT(
            "ADAPTER-202",
            "The database at {0} could not be reached: {1}.",
            "Check host, port and firewall; the next run tries again from the same cursor.",
            "无法连接数据库 {0}：{1}。",
            "请检查主机、端口和防火墙；下次运行从同一游标重试。"),
    LOGIN_REFUSED(
            "ADAPTER-203",
            "The database at {0} refused the login of '{1}'.",
            "Check the user, its password and whether it is locked or expired; after two refusals the bus waits.",
            "数据库 {0} 拒绝用户“{1}”登录。",
            "请检查用户名、密码以及账号是否锁定或过期；两次被拒后总线暂停登录。"),
    LOGIN_SUSPENDED(
            "ADAPTER-204",
            "No login of '{1}' at {0} before {2}: it was refused {3} times, and another try could lock the account.",
            "Correct the password and restart the system's flow, or wait.",
            "{2} 之前不再以“{1}”登录 {0}：已被拒绝 {3} 次，再试可能锁定账号。",
            "请更正密码并重启该系统的流程，或等待。"),
    COLUMN_MISSING(
            "ADAPTER-205",
            "Table '{0}' cannot be read as declared: {1}.",
            "Compare the columns in adapter.yaml with the table; the cursor stays where it is.",
            "无法按声明读取表“{0}”：{1}。",
            "请核对 adapter.yaml 中的列与表结构；游标保持不变。"),
    BINARY_COLUMN(
            "ADAPTER-206",
            "Column '{0}' of '{1}' holds binary data ({2}), which is not text.",
            "Leave the column out, or offer a view that turns it into text.",
            "“{1}”的列“{0}”是二进制数据（{2}），不是文本。",
            "请去掉该列，或提供把它转换为文本的视图。"),
    CHANGED_NOT_A_TIME(
            "ADAPTER-207",
            "Column '{0}' of '{1}' is declared as the time of the last change, but is {2}.",
            "Name a column of type timestamp or datetime, or leave 'changed' out to read the whole table each time.",
            "“{1}”的列“{0}”声明为更新时间，但类型是 {2}。",
            "请指定 timestamp 或 datetime 类型的列，或去掉 changed 以每次读取全表。"),
    KEY_NOT_UNIQUE(
            "ADAPTER-208",
            "The key ({0}) of '{1}' is not unique.",
            "Name the columns that identify a row.",
            "“{1}”的键（{0}）不唯一。",
            "请指定能唯一标识一行的列。"),
    KEY_MISSING(
            "ADAPTER-209",
            "The key column '{0}' is NULL.",
            "Correct the row at the source.",
            "键列“{0}”为 NULL。",
            "请在源系统更正该行。"),
    COUNT_DIFFERS(
            "ADAPTER-210",
            "The database counts {0} rows in the window and delivered {1}.",
            "Nothing was taken; the next run reads the window again.",
            "数据库统计窗口内有 {0} 行，实际交付 {1} 行。",
            "未采集任何数据；下次运行重新读取该窗口。"),
    CURSOR_AHEAD(
            "ADAPTER-211",
            "The last proven run ended at {0}, but the database's clock says {1}.",
            "If the database was restored from a backup, have the cursor reset; otherwise correct its clock.",
            "上次核对通过的运行截至 {0}，而数据库时钟为 {1}。",
            "若数据库由备份恢复，请重置游标；否则请校正其时钟。"),
    CURSOR_UNREADABLE(
            "ADAPTER-212",
            "The cursor '{0}' is not one of this source.",
            "Have the cursor reset; the next run then reads everything.",
            "游标“{0}”不属于该数据源。",
            "请重置游标；下次运行将读取全部数据。"),
    READ_FAILED(
            "ADAPTER-213",
            "Reading '{0}' broke off: {1}.",
            "Nothing was taken; the next run reads the window again.",
            "读取“{0}”中断：{1}。",
            "未采集任何数据；下次运行重新读取该窗口。"),
    CHARSET_UNKNOWN(
            "ADAPTER-214",
            "The charset '{0}' cannot be read here.",
            "{1?Known: {1}.}",
            "此处无法读取字符集“{0}”。",
            "{1?可用：{1}。}"),
    TRANSACTIONS_ARE_OLD(
            "ADAPTER-215",
            "The database at {0} tells of its open transactions from an old copy only.",
            "Something asks for information_schema.innodb_trx more than ten times a second; nothing was taken.",
            "数据库 {0} 只给出未结束事务的旧副本。",
            "有程序每秒十余次查询 information_schema.innodb_trx；未采集任何数据。"),
    SOURCE_WENT_BACK(
            "ADAPTER-216",
            "The newest rows of '{0}' are gone: some were changed at {1} or later, and none is now.",
            "If the database was restored or a standby answers, have that mended or let it through once; nothing was taken.",
            "“{0}”中最新的行已不存在：曾有行在 {1} 或之后变更，而现在一行都没有。",
            "若数据库被恢复或由备机应答，请先修复或人工放行一次；未采集任何数据。");

    private final String code;
    private final Texts texts;

    DatabaseProblem(String code, String english, String englishRemedy, String chinese, String chineseRemedy) {
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
