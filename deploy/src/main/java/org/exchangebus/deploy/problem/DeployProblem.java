package org.exchangebus.deploy.problem;

import org.exchangebus.schemas.problem.Problem;

/** What can be wrong with how and where the bus is started. */
public enum DeployProblem implements Problem {
    DIRECTORY_NOT_WRITABLE(
            "DEPLOY-001",
            "The directory '{0}' cannot be written.",
            "Give the user '{1}' the right to write there, or choose another place with --data.",
            "目录“{0}”不可写。",
            "请授予用户“{1}”写权限，或用 --data 另选目录。"),
    DIRECTORY_IN_USE(
            "DEPLOY-002",
            "Another bus works on '{0}' (process '{1}').",
            "Stop that process first, or choose another place with --data.",
            "另一个交换总线进程（进程号“{1}”）正在使用“{0}”。",
            "请先停止该进程，或用 --data 另选目录。"),
    DISK_FULL(
            "DEPLOY-003",
            "The disk of '{0}' has '{1}' MB left; at least '{2}' MB are needed.",
            "Free some space, or choose another disk with --data.",
            "“{0}”所在磁盘仅剩“{1}”MB，至少需要“{2}”MB。",
            "请清理磁盘，或用 --data 另选磁盘。"),
    PORT_IN_USE(
            "DEPLOY-004",
            "The address '{0}' is in use by another program.",
            "Choose another port with --port (or web.port in bus.yaml); --port 0 takes any free one.",
            "地址“{0}”已被其他程序占用。",
            "请用 --port（或 bus.yaml 的 web.port）另选端口；--port 0 表示任取空闲端口。"),
    DATABASE_DID_NOT_START(
            "DEPLOY-005",
            "The embedded PostgreSQL did not start: '{0}'.",
            "What it wrote before is in '{1}'.",
            "内置 PostgreSQL 未能启动：“{0}”。",
            "其此前的输出见“{1}”。"),
    DATABASE_IS_FOREIGN(
            "DEPLOY-006",
            "The PostgreSQL that answers on port '{0}' keeps its data in '{1}' and is not the one that was started.",
            "Start again: another port is taken.",
            "端口“{0}”上应答的 PostgreSQL 的数据目录为“{1}”，并非本次启动的数据库。",
            "请重新启动，届时会换用其他端口。"),
    DATABASE_NOT_FOR_PLATFORM(
            "DEPLOY-007",
            "There is no embedded PostgreSQL for '{0}'.",
            "Use a PostgreSQL of your own: ./bus run --config bus.yaml with database.url.",
            "没有适用于“{0}”的内置 PostgreSQL。",
            "请使用自有的 PostgreSQL：在 bus.yaml 中设置 database.url，然后执行 ./bus run --config bus.yaml。"),
    ROOT_WITHOUT_NAMESPACES(
            "DEPLOY-008",
            "PostgreSQL refuses to run as root, and this system allows root no user namespace ('unshare -U').",
            "Start the bus as another user.",
            "PostgreSQL 拒绝以 root 身份运行，而本系统不允许 root 创建用户命名空间（“unshare -U”）。",
            "请以其他用户启动。"),
    DATABASE_UNREACHABLE(
            "DEPLOY-009",
            "The database '{0}' cannot be reached: '{1}'.",
            "Check database.url, database.user and database.password in bus.yaml, and that the server is up.",
            "无法连接数据库“{0}”：“{1}”。",
            "请核对 bus.yaml 的 database.url、database.user、database.password，并确认服务器已启动。"),
    BROKER_DID_NOT_START(
            "DEPLOY-010",
            "The embedded broker did not start: '{0}'.",
            "Its files are in '{1}'; whatever waits in them is also in the ledger.",
            "内置消息中间件未能启动：“{0}”。",
            "其文件位于“{1}”；其中待处理的内容在台账中均有记录。"),
    BROKER_UNREACHABLE(
            "DEPLOY-011",
            "The broker '{0}' cannot be reached: '{1}'.",
            "Check broker.url, broker.user and broker.password in bus.yaml, and that the broker is up.",
            "无法连接消息中间件“{0}”：“{1}”。",
            "请核对 bus.yaml 的 broker.url、broker.user、broker.password，并确认中间件已启动。"),
    CONFIGURATION_NOT_READABLE(
            "DEPLOY-012",
            "The file cannot be read: '{0}'.",
            "deploy/bus.example.yaml shows a complete one.",
            "无法读取该文件：“{0}”。",
            "完整示例见 deploy/bus.example.yaml。"),
    CONFIGURATION_NOT_YAML(
            "DEPLOY-013",
            "This is not YAML; the parser says \"{0}\".",
            "deploy/bus.example.yaml shows a complete one.",
            "不是合法的 YAML；解析器提示“{0}”。",
            "完整示例见 deploy/bus.example.yaml。"),
    KEY_UNKNOWN("DEPLOY-014", "The key '{0}' is not declared.", "Declared: {1}.", "未定义的键“{0}”。", "已定义的键：{1}。"),
    KEY_MISSPELT(
            "DEPLOY-015",
            "The key '{0}' is not declared.",
            "{1?Did you mean '{1}'? }Declared: {2}.",
            "未定义的键“{0}”。",
            "{1?您是否想写“{1}”？}已定义的键：{2}。"),
    VALUE_OF_WRONG_TYPE(
            "DEPLOY-016",
            "'{0}' is '{1}', which is not {2}.",
            "deploy/bus.example.yaml shows each key with its form.",
            "“{0}”的值“{1}”不符合要求的类型（{2}）。",
            "各键的写法见 deploy/bus.example.yaml。"),
    KEY_MISSING(
            "DEPLOY-017",
            "'{0}' is missing, and it is needed where '{1}' is set.",
            "deploy/bus.example.yaml shows each key with its form.",
            "设置了“{1}”时必须同时设置“{0}”。",
            "各键的写法见 deploy/bus.example.yaml。"),
    SECRET_IN_PLAIN(
            "DEPLOY-018",
            "'{0}' holds a secret in plain text.",
            "Write where it is kept: 'env:NAME' for an environment variable, 'file:/path' for a file.",
            "“{0}”以明文保存了口令。",
            "请写明存放位置：“env:变量名”或“file:/路径”。"),
    SECRET_NOT_FOUND(
            "DEPLOY-019",
            "'{0}' names the secret '{1}', which is not there.",
            "Set that environment variable, or create that file readable by the bus alone (mode 0600).",
            "“{0}”所指的口令“{1}”不存在。",
            "请设置该环境变量，或创建该文件并仅允许总线读取（权限 0600）。"),
    PLACE_OF_DIRECTORY_MISSING(
            "DEPLOY-020",
            "The directory '{0}' does not exist.",
            "Create it, or name another one.",
            "目录“{0}”不存在。",
            "请创建该目录，或另行指定。"),
    FOLDER_OF_ONE_SYSTEM(
            "DEPLOY-036",
            "'{0}' is the folder of one system, and a folder of such folders is wanted.",
            "Name the folder around it: '{1}'.",
            "“{0}”是一个系统的目录，而此处应为存放各系统目录的目录。",
            "请指定其上级目录：“{1}”。"),
    UNEXPECTED(
            "DEPLOY-021",
            "The bus stopped because of something it did not expect: '{0}'.",
            "The details are in '{1}'.",
            "总线因意外情况停止：“{0}”。",
            "详情见“{1}”。"),
    ADDRESS_NOT_LOCAL(
            "DEPLOY-022",
            "The web address '{0}' is not one of this machine.",
            "Use 127.0.0.1, or an address of this machine behind a proxy that speaks TLS.",
            "网页地址“{0}”不属于本机。",
            "请使用 127.0.0.1，或本机的其他地址（前置 TLS 代理）。"),
    FLOW_UNFINISHED(
            "DEPLOY-023",
            "The run of '{0}' was not finished within '{1}' seconds.",
            "It is continued at the next start with the same --data; --timeout allows more time.",
            "“{0}”的运行未能在“{1}”秒内完成。",
            "用相同的 --data 再次启动即可继续；--timeout 可放宽时限。"),
    FLOW_FAILED(
            "DEPLOY-024",
            "The run failed: '{0}'.",
            "Nothing was lost; the next run begins at the same place.",
            "运行失败：“{0}”。",
            "没有数据丢失；下次运行从同一位置开始。"),
    CONFIGURATION_MISSING(
            "DEPLOY-025",
            "There is no file '{0}'.",
            "Copy deploy/bus.example.yaml there and change it, or name another one with --config.",
            "文件“{0}”不存在。",
            "请复制 deploy/bus.example.yaml 到该处并修改，或用 --config 另行指定。"),
    LEDGER_IS_ABSENT(
            "DEPLOY-026",
            "There is no ledger in '{0}'.",
            "Name the --data of a bus that has run, or its bus.yaml with --config.",
            "“{0}”中没有账本。",
            "请用 --data 指定运行过的总线的数据目录，或用 --config 指定其 bus.yaml。"),
    SYSTEM_UNKNOWN(
            "DEPLOY-030",
            "There is no system '{0}'.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.} --systems names a folder of further ones.",
            "没有系统“{0}”。",
            "{1?是否想写“{1}”？}{2?已有：{2}。}可用 --systems 指定其他系统的目录。"),
    FILE_MISSING(
            "DEPLOY-031",
            "The file '{0}' is not there or cannot be read.",
            "Name a sample in the source's own format, or an in.json.",
            "文件“{0}”不存在或无法读取。",
            "请指定来源自身格式的样本文件，或 in.json。"),
    MAPPING_NOT_NAMED(
            "DEPLOY-032",
            "System '{0}' has several mappings: {1}.",
            "Name one of them, as {0}/{2}.",
            "系统“{0}”有多个映射：{1}。",
            "请指定其中之一，如 {0}/{2}。"),
    ROW_MISSING(
            "DEPLOY-033",
            "The file has no row '{0}'; it has {1}.",
            "Rows are counted as the source counts them: a line of a CSV, a record of an answer; {2} is the first.",
            "文件中没有第“{0}”行；共 {1} 行。",
            "行号按来源计数：CSV 为行，应答为记录；首行为 {2}。"),
    NOTHING_TO_EXPLAIN(
            "DEPLOY-034",
            "'{0}' is neither the code of a problem nor a function of the mapping language.",
            "{1?Did you mean '{1}'? }./bus explain without a name lists all.",
            "“{0}”既不是问题代码，也不是映射语言的函数。",
            "{1?是否想写“{1}”？}不带名称的 ./bus explain 会列出全部。"),
    NOTHING_TO_FOLLOW(
            "DEPLOY-035",
            "'{0}' is no item, field, resource or system.",
            "{1?Did you mean '{1}'? }An item may be written as resource/item, a field as system/FIELD.",
            "“{0}”不是信息项、字段、资源或系统。",
            "{1?是否想写“{1}”？}信息项可写作 资源/信息项，字段可写作 系统/字段。"),
    RESOURCE_UNKNOWN(
            "DEPLOY-040",
            "The catalogue has no resource '{0}', and there is no such file.",
            "{1?Did you mean '{1}'? }{2?Known: {2}.} --catalogue names a folder of further ones.",
            "目录中没有信息资源“{0}”，也没有这个文件。",
            "{1?是否想写“{1}”？}{2?已有：{2}。}可用 --catalogue 指定其他资源的目录。"),
    DIRECTORY_NOT_NAMED(
            "DEPLOY-041",
            "This makes {0} files, and standard output takes one.",
            "Name a directory for them with --out; '{1}' is the first.",
            "将生成 {0} 个文件，而标准输出只能接收一个。",
            "请用 --out 指定目录；第一个文件为“{1}”。"),
    FILE_NOT_WRITTEN(
            "DEPLOY-042",
            "The file cannot be written: '{0}'.",
            "Choose another place for it, or see that this one may be written and has space.",
            "无法写入该文件：“{0}”。",
            "请另选位置，或确认该处可写且空间充足。"),
    NAME_IS_MISSING(
            "DEPLOY-050",
            "What is asked for is entered under a name, and none is given.",
            "Say with --who who asks.",
            "所请求的事项须记名，而此处没有姓名。",
            "请用 --who 注明提出人。"),
    WHY_IS_MISSING(
            "DEPLOY-051",
            "This is entered with its reason, and none is given.",
            "Say with --reason why.",
            "此操作须记录理由，而此处没有。",
            "请用 --reason 说明理由。"),
    FILE_NOT_READ(
            "DEPLOY-052",
            "The file cannot be read: {0}.",
            "See that it is there, and that this user may read it.",
            "无法读取该文件：{0}。",
            "请确认文件存在，且当前用户有读取权限。"),
    LEDGER_IS_OLDER(
            "DEPLOY-055",
            "The ledger of '{0}' was made by an older version of the bus; this command would misread it.",
            "Start the bus of this version on it once: it brings the ledger up to date.",
            "“{0}”的账本由较早版本的总线建立，本命令无法正确读取。",
            "请用本版本启动一次总线，账本会自动升级。"),
    REASON_IS_MISSING(
            "DEPLOY-056",
            "A red run is closed with a reason, and none is given.",
            "Write with --reason what was found, and what was done about it.",
            "关闭红色运行必须说明理由，而此处没有。",
            "请用 --reason 写明查到了什么、如何处理。"),
    NOTHING_TO_COMPARE(
            "DEPLOY-057",
            "No flow that is asked about brings the resource '{0}'.",
            "Resources that flows bring: {1}.",
            "所选流程都不提供信息资源“{0}”。",
            "流程提供的信息资源：{1}。"),
    AUDIT_FILE_IS_MISSING(
            "DEPLOY-065",
            "The file '{0}' is not there or cannot be read.",
            "Name a file that ./bus audit export wrote, or a copy of <data>/audit/heads.",
            "文件“{0}”不存在或无法读取。",
            "请指定 ./bus audit export 写出的文件，或 <data>/audit/heads 的副本。"),
    EXPORT_IS_THERE(
            "DEPLOY-066",
            "There is a file '{0}' already; an export never replaces an older one, which may be evidence.",
            "Name another file with --to.",
            "文件“{0}”已存在；导出不会覆盖旧文件，因其可能是证据。",
            "请用 --to 另行指定文件。"),
    EXPORT_NOT_WRITTEN(
            "DEPLOY-067",
            "The file '{0}' cannot be written: '{1}'.",
            "Choose another place with --to, or see that this one may be written and has space.",
            "无法写入文件“{0}”：“{1}”。",
            "请用 --to 另选位置，或确认该处可写且空间充足。"),
    LANDING_KEY_MISSING(
            "DEPLOY-060",
            "No key is named for the landing store, which keeps personal data.",
            "Make one: (umask 077; openssl rand -base64 32 > landing.key); then landing: {key: file:landing.key}. Keep a copy"
                    + " elsewhere. 'key: none' leaves it unsealed.",
            "未指定落地区的密钥，而落地区保存有个人信息。",
            "请生成密钥：(umask 077; openssl rand -base64 32 > landing.key)，再设置 landing: {key: file:landing.key}，"
                    + "并另存副本。“key: none”表示不加密。"),
    LANDING_KEY_UNUSABLE(
            "DEPLOY-061",
            "What '{0}' names is no key of 32 bytes.",
            "Write it as 64 hexadecimal digits or as base64; openssl rand -base64 32 makes one.",
            "“{0}”所指的内容不是 32 字节的密钥。",
            "请写成 64 位十六进制或 base64；可用 openssl rand -base64 32 生成。"),
    PASSWORD_IS_GUESSABLE(
            "DEPLOY-068",
            "'{0}' is one that everybody tries first: shorter than eight characters, the user's name, or on every list.",
            "Give that user another password at its server, and change the secret that bus.yaml names.",
            "“{0}”极易猜中：短于八位、与用户名相同，或见于常用口令表。",
            "请在服务器上为该用户更换口令，并更新 bus.yaml 所指的口令。"),
    LEDGER_IS_NEWER(
            "DEPLOY-069",
            "The ledger was made by a later version of the bus (its tables are of version {0}).",
            "Start that later version, or bring the database back from a backup of before the upgrade.",
            "账本由更新版本的总线建立（表版本为 {0}）。",
            "请启动该新版本，或从升级前的备份恢复数据库。"),
    DATABASE_IS_NOT_DURABLE(
            "DEPLOY-070",
            "The database has '{0}' set to '{1}': what it says is kept is gone after a power failure.",
            "Set {0} to on in postgresql.conf, for the database and for the role, and reload.",
            "数据库的“{0}”为“{1}”：断电后已确认保存的内容会丢失。",
            "请在 postgresql.conf、数据库和角色中将 {0} 设为 on 并重新加载。"),
    DATABASE_IS_TOO_OLD(
            "DEPLOY-071",
            "The database is PostgreSQL {0}; 140000 or later is needed.",
            "Upgrade it to a version that is maintained.",
            "数据库为 PostgreSQL {0}，需要 140000 或更高。",
            "请升级到仍受维护的版本。"),
    DATABASE_IS_NOT_UTF8(
            "DEPLOY-072",
            "The database keeps text as '{0}', which cannot hold every name.",
            "Create it with ENCODING 'UTF8' (and TEMPLATE template0).",
            "数据库以“{0}”保存文本，无法容纳所有姓名用字。",
            "请以 ENCODING 'UTF8'（TEMPLATE template0）重新创建。"),
    DATABASE_ISOLATES_OTHERWISE(
            "DEPLOY-073",
            "Transactions of the database are '{0}' by default; the bus was proven with 'read committed'.",
            "Reset default_transaction_isolation for the database and for the role.",
            "数据库默认事务隔离级别为“{0}”；总线以“read committed”验证。",
            "请为数据库和角色重置 default_transaction_isolation。"),
    DATABASE_TAKES_NO_WRITES(
            "DEPLOY-074",
            "The database takes no writes: it is a standby, or read-only by default.",
            "Name the primary in database.url, or reset default_transaction_read_only.",
            "数据库不接受写入：它是备库，或默认只读。",
            "请在 database.url 中指定主库，或重置 default_transaction_read_only。"),
    CLOCKS_DIFFER(
            "DEPLOY-076",
            "The clocks of this machine and of the database are {0} ms apart; {1} are allowed.",
            "Let both machines take their time from the same server (chrony, NTP).",
            "本机与数据库的时钟相差 {0} 毫秒，允许 {1} 毫秒。",
            "请让两台机器与同一时间服务器同步（chrony、NTP）。"),
    BROKER_IS_NOT_PERSISTENT(
            "DEPLOY-077",
            "The broker keeps messages in memory alone.",
            "Set persistence-enabled to true in broker.xml.",
            "消息中间件仅在内存中保存消息。",
            "请在 broker.xml 中将 persistence-enabled 设为 true。"),
    BROKER_DOES_NOT_SYNC(
            "DEPLOY-078",
            "The broker says that a message is kept before it is on the disk.",
            "Set journal-sync-transactional, journal-sync-non-transactional and journal-datasync to true in broker.xml.",
            "消息中间件在写入磁盘之前就确认已保存。",
            "请在 broker.xml 中将 journal-sync-transactional、journal-sync-non-transactional、journal-datasync 设为 true。"),
    BROKER_IS_OPEN(
            "DEPLOY-079",
            "The broker does not ask who comes.",
            "Set security-enabled to true in broker.xml, and give the bus a user of its own.",
            "消息中间件不验证身份。",
            "请在 broker.xml 中将 security-enabled 设为 true，并为总线单设用户。"),
    BROKER_IS_REACHABLE(
            "DEPLOY-080",
            "The embedded broker is reachable from outside of this process: {0}.",
            "It has to have its in-VM acceptor alone; for others, run a broker of your own and name it in bus.yaml.",
            "内置消息中间件可从本进程之外访问：{0}。",
            "其只应有进程内接入；如需供他用，请自建中间件并在 bus.yaml 中指定。"),
    ADDRESS_HAS_NO_DEAD_LETTERS(
            "DEPLOY-081",
            "The address '{0}' has no dead-letter address: a message that cannot be taken would be thrown away.",
            "Set dead-letter-address to exchange.dead for it in broker.xml.",
            "地址“{0}”没有死信地址：无法处理的消息会被丢弃。",
            "请在 broker.xml 中将其 dead-letter-address 设为 exchange.dead。"),
    ADDRESS_HAS_NO_EXPIRY(
            "DEPLOY-082",
            "The address '{0}' has no expiry address: a message whose time is up would be thrown away.",
            "Set expiry-address to exchange.expired for it in broker.xml.",
            "地址“{0}”没有过期地址：到期的消息会被丢弃。",
            "请在 broker.xml 中将其 expiry-address 设为 exchange.expired。"),
    ADDRESS_DROPS(
            "DEPLOY-083",
            "The address '{0}' answers with {1} when it is full.",
            "Set address-full-policy to BLOCK or PAGE for it in broker.xml.",
            "地址“{0}”已满时的策略为 {1}。",
            "请在 broker.xml 中将其 address-full-policy 设为 BLOCK 或 PAGE。"),
    ADDRESS_IS_MADE_BY_USE(
            "DEPLOY-084",
            "The address '{0}' would be made by use: a misspelt name would swallow messages.",
            "Set auto-create-addresses and auto-create-queues to false for it in broker.xml, and declare the queues.",
            "地址“{0}”会在使用时自动创建：名称拼错会吞掉消息。",
            "请在 broker.xml 中将其 auto-create-addresses、auto-create-queues 设为 false，并声明队列。"),
    HEADERS_ARE_NOT_FILTERED(
            "DEPLOY-085",
            "The component '{0}' lets headers of messages in that are not expected by name.",
            "Make it by Broker.component, which filters them.",
            "组件“{0}”会放入未按名称许可的消息头。",
            "请用 Broker.component 创建该组件。"),
    DIRECTORY_IS_NOT_PRIVATE(
            "DEPLOY-086",
            "Others of this machine may look into the data directory '{0}' ({1}).",
            "chmod 700 it; it holds what was taken, in the clear, and passwords.",
            "本机其他用户可查看数据目录“{0}”（{1}）。",
            "请执行 chmod 700；其中含采集内容明文与口令。"),
    SERIALISATION_IS_OPEN(
            "DEPLOY-087",
            "The filter of Java serialisation lets classes in: '{0}'.",
            "Take jdk.serialFilter out of BUS_JAVA_OPTS; ./bus sets it to !*.",
            "Java 序列化过滤器允许载入类：“{0}”。",
            "请从 BUS_JAVA_OPTS 中去除 jdk.serialFilter；./bus 会设为 !*。");

    private final String code;
    private final Texts texts;

    DeployProblem(String code, String english, String englishRemedy, String chinese, String chineseRemedy) {
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
