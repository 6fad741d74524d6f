package org.exchangebus.routes;

import java.util.Arrays;
import java.util.Locale;
import org.exchangebus.schemas.problem.Problem;

/** What can go wrong between source and registry. */
public enum RoutesProblem implements Problem {
    RHYTHM_IS_UNKNOWN(
            "ROUTES-001",
            "schedule '{0}' is neither five fields (minute hour day month weekday) nor 'every <n>s|m|h': {1}.",
            "Write for example '*/10 * * * *' or 'every 20s'.",
            "计划“{0}”既不是五段式（分 时 日 月 周），也不是“every <n>s|m|h”：{1}。",
            "例如“*/10 * * * *”或“every 20s”。"),
    RHYTHM_NAMES_TWO_KINDS_OF_DAY(
            "ROUTES-002",
            "schedule '{0}' names both a day of the month and a weekday.",
            "Leave one of the two at '*', or give the source two flows.",
            "计划“{0}”同时指定了日期和星期。",
            "请将其中之一写为“*”，或为该来源定义两个流程。"),
    DISK_RESERVE_IS_REACHED(
            "ROUTES-003",
            "the disk of the landing store has {0} MiB left; {1} MiB are kept in reserve, so nothing more is taken.",
            "Free space on that disk, or move the landing directory; the next run continues by itself.",
            "落地区所在磁盘剩余 {0} MiB，须保留 {1} MiB，因此暂停接收。",
            "请清理该磁盘或迁移落地目录；下次运行会自动继续。"),
    SEGMENT_IS_MISSING(
            "ROUTES-004",
            "landed bytes '{0}' are no longer in the landing store.",
            "Bring the landing directory back from its backup, or let the next run take the source again.",
            "落地区中已找不到内容“{0}”。",
            "请从备份恢复落地目录，或等待下次运行重新采集。"),
    FLOW_IS_UNKNOWN("ROUTES-005", "there is no flow '{0}'.", "Known flows: {1}.", "没有名为“{0}”的流程。", "已有流程：{1}。"),
    FLOW_IS_NAMED_TWICE(
            "ROUTES-006",
            "two sources give the flow name '{0}'.",
            "Rename one of the systems or sources.",
            "有两个来源的流程名都是“{0}”。",
            "请为其中一个系统或来源改名。"),
    FLOW_IS_PAUSED(
            "ROUTES-007", "flow '{0}' was paused by '{1}'.", "Resume it first.", "流程“{0}”已由“{1}”暂停。", "请先恢复该流程。"),
    CAPTURE_FAILED(
            "ROUTES-008",
            "nothing was taken from the source: {0}",
            "The source was not touched; the next run starts at the same place.",
            "未能从来源采集：{0}",
            "来源未受影响；下次运行从同一位置开始。"),
    DELIVERY_STOPPED(
            "ROUTES-009",
            "what was taken cannot be delivered: {0}",
            "It stays in the landing store; the next run takes the source again from the same place.",
            "已采集的内容无法送达：{0}",
            "内容保留在落地区；下次运行从同一位置重新采集。"),
    DELIVERY_IS_REPEATED(
            "ROUTES-010",
            "delivery was interrupted and is tried again in {1} s: {0}",
            "Nothing is lost; the run continues from the landing store.",
            "送达中断，{1} 秒后重试：{0}",
            "没有数据丢失；运行将从落地区继续。"),
    RECEIPTS_ARE_AWAITED(
            "ROUTES-011",
            "no receipt has come for {0} s; {1} of {2} chunks are not signed for and are sent again.",
            "Look whether the hub runs and what stands in the dead-letter queue.",
            "已有 {0} 秒未收到回执；{2} 个批次中有 {1} 个未签收，正在重发。",
            "请检查枢纽是否运行，以及死信队列中的内容。"),
    RUN_WAS_CUT_SHORT(
            "ROUTES-012",
            "the bus stopped before the run had taken everything.",
            "The source was not touched; the next run starts at the same place.",
            "总线在采集完成之前停止。",
            "来源未受影响；下次运行从同一位置开始。"),
    COUNTS_DIFFER(
            "ROUTES-013",
            "of {0} rows read, {1} are delivered, {2} unchanged, {3} in quarantine and {4} filtered; {5} are not accounted for.",
            "The cursor has not moved; the next run takes the source again from the same place.",
            "读取 {0} 行，其中送达 {1}、未变 {2}、隔离 {3}、过滤 {4}；有 {5} 行去向不明。",
            "游标未移动；下次运行从同一位置重新采集。"),
    DIGESTS_DIFFER(
            "ROUTES-014",
            "the hub received other bytes than were sent, first in chunk {0}.",
            "The cursor has not moved; the next run takes the source again from the same place.",
            "枢纽收到的内容与发送的不一致，首先出现在批次 {0}。",
            "游标未移动；下次运行从同一位置重新采集。"),
    HUB_REFUSED(
            "ROUTES-015",
            "the hub refused {0} of {1} chunks, first chunk {2}: {3}",
            "The cursor has not moved; the next run takes the source again from the same place.",
            "枢纽拒收 {1} 个批次中的 {0} 个，首先是批次 {2}：{3}",
            "游标未移动；下次运行从同一位置重新采集。"),
    CHUNKS_ARE_MISSING(
            "ROUTES-016",
            "the run was read in {0} chunks, but the ledger knows {1} of them.",
            "The cursor has not moved; the next run takes the source again from the same place.",
            "本次运行共读取 {0} 个批次，但台账中只有 {1} 个。",
            "游标未移动；下次运行从同一位置重新采集。"),
    SEGMENT_IS_DAMAGED(
            "ROUTES-017",
            "landed bytes '{0}' are {1} bytes in the landing store where {2} were landed.",
            "Bring the landing directory back from its backup, or let the next run take the source again.",
            "落地区中的内容“{0}”现为 {1} 字节，落地时为 {2} 字节。",
            "请从备份恢复落地目录，或等待下次运行重新采集。"),
    CHUNK_CONTRADICTS_AN_EARLIER_ONE(
            "ROUTES-021",
            "a chunk of this name and of other content was taken before.",
            "The mapping was changed while the run was open; the next run brings the records anew.",
            "同名但内容不同的批次先前已被接收。",
            "映射在运行期间被修改；下次运行将重新送达。"),
    RESOURCE_IS_UNKNOWN(
            "ROUTES-022",
            "the hub has no resource '{0}' with the item '{1}'.",
            "Bring bus and hub to the same catalogue.",
            "枢纽没有资源“{0}”或其信息项“{1}”。",
            "请使总线与枢纽使用同一目录。"),
    REGISTRY_REFUSED(
            "ROUTES-023",
            "the registry of '{0}' refused the records: {1} (SQLSTATE {2}).",
            "The check of the resource lets something pass that its table does not; correct one of them.",
            "“{0}”登记库拒绝了记录：{1}（SQLSTATE {2}）。",
            "资源校验放行了数据表不接受的内容；请更正其中之一。"),
    EARLIER_CHUNK_IS_MISSING(
            "ROUTES-024",
            "chunk {0} of the run never arrived.",
            "The next run brings the records anew.",
            "本次运行的批次 {0} 始终未到达。",
            "下次运行将重新送达。"),
    RUN_IS_OVERTAKEN(
            "ROUTES-026",
            "a later run of the flow has brought records already.",
            "Nothing is missing: the later run took the source from the same place.",
            "该流程已有更晚的运行送达记录。",
            "没有缺失：更晚的运行从同一位置重新采集。"),
    HUB_GAVE_UP(
            "ROUTES-025",
            "the chunk was tried {0} times in vain: {1}.",
            "It stands in the dead-letter queue; the log of the hub says more.",
            "该批次已尝试 {0} 次仍未成功：{1}。",
            "消息已在死信队列中；详见枢纽日志。"),
    TOO_MANY_RECORDS_ARE_GONE(
            "ROUTES-027",
            "{0} of the {1} records that this flow brought are not in the full set any more; {2} records or {3} per cent may go by themselves.",
            "Nothing was deleted. Look whether the source gave everything; if they are gone there, let them go once: ./bus ledger run FLOW --let-through.",
            "该流程送达的 {1} 条记录中有 {0} 条已不在全量数据中；可自动删除的上限为 {2} 条或 {3}%。",
            "未删除任何记录。请检查来源是否提供了全部数据；若确已删除，请人工放行一次：./bus ledger run FLOW --let-through。"),
    FULL_SET_HAS_GAPS(
            "ROUTES-028",
            "of the full set {1} chunks with {3} records came, and {0} with {2} are known here.",
            "Nothing was deleted; the next run that takes everything compares anew.",
            "全量数据共 {1} 个批次、{3} 条记录，此处已知 {0} 个批次、{2} 条。",
            "未删除任何记录；下次全量运行会重新比对。"),
    FULL_SET_IS_NOT_READABLE(
            "ROUTES-029",
            "everything was taken, but {0} rows have no readable key and {1} files are held: no record was deleted.",
            "Correct them at the source or in the mapping; the next run that takes everything compares anew.",
            "已采集全部数据，但有 {0} 行没有可读的键、{1} 个文件被扣留，因此未删除任何记录。",
            "请在来源或映射中更正；下次全量运行会重新比对。"),
    RUN_IS_NOT_THE_SUM_OF_ITS_CHUNKS(
            "ROUTES-040",
            "the run says '{0}', its chunks add up to '{1}' (read, delivered, unchanged, quarantined, filtered, digests).",
            "Somebody changed the ledger behind the bus's back: compare with a backup before the next run.",
            "运行记为“{0}”，其批次合计为“{1}”（读取、送达、未变、隔离、过滤、摘要）。",
            "账本曾被总线以外的操作修改：请在下次运行前与备份比对。"),
    CHUNKS_OF_A_RUN_HAVE_GAPS(
            "ROUTES-041",
            "{0} chunks were sent, {1} are in the ledger, the last has number {2}.",
            "Somebody changed the ledger behind the bus's back: compare with a backup before the next run.",
            "已发送 {0} 个批次，账本中有 {1} 个，最后一个编号为 {2}。",
            "账本曾被总线以外的操作修改：请在下次运行前与备份比对。"),
    CHUNK_DOES_NOT_ACCOUNT_FOR_ITS_ROWS(
            "ROUTES-042",
            "{0} rows were read, they became '{1}' (records, rejected, filtered), signed for are '{2}'.",
            "Somebody changed the ledger behind the bus's back: compare with a backup before the next run.",
            "读取 {0} 行，去向为“{1}”（记录、拒绝、过滤），已签收“{2}”。",
            "账本曾被总线以外的操作修改：请在下次运行前与备份比对。"),
    CURSOR_IS_NOT_WHERE_A_PROVEN_RUN_LEFT_IT(
            "ROUTES-043",
            "the cursor stands at '{0}', the last proven run ({2}) left it at '{1}'.",
            "Set it back in ledger.cursor: what is read twice is unchanged, what is passed over is lost.",
            "游标位于“{0}”，而最近一次已核对的运行（{2}）停在“{1}”。",
            "请在 ledger.cursor 中改回：重复读取的记录不会重复送达，跳过的记录则会丢失。"),
    QUARANTINE_LACKS_WHAT_A_RUN_REJECTED(
            "ROUTES-044",
            "the run put {0} rows and {1} files aside, and they are not in quarantine.",
            "Take the source again: the rows are rejected once more.",
            "该运行隔离了 {0} 行和 {1} 个文件，但隔离区中没有。",
            "请重新采集该来源：这些行会再次被隔离。"),
    RECEIPT_BELONGS_TO_NO_CHUNK(
            "ROUTES-045",
            "a receipt came that nobody can place: {0} ({1} times).",
            "Another bus with the same flow may send to this hub; look for it before the next run.",
            "收到无法对应的回执：{0}（{1} 次）。",
            "可能有另一总线以同名流程发送到此枢纽；请在下次运行前查明。"),
    HUB_LOST_WHAT_IT_SIGNED_FOR(
            "ROUTES-046",
            "the hub signed for {0} records, and its inbox does not know the chunk.",
            "The hub was set back to an earlier state: let it be sent again from the ledger.",
            "枢纽曾签收 {0} 条记录，但其收件箱中没有该批次。",
            "枢纽可能被恢复到较早状态：请从账本重新发送。"),
    HUB_HOLDS_WHAT_WAS_NEVER_SENT(
            "ROUTES-047",
            "the hub has content '{0}' of this chunk, the ledger has '{1}'.",
            "The ledger was set back to an earlier state, or somebody else sends under this name.",
            "枢纽中该批次的内容为“{0}”，账本为“{1}”。",
            "账本可能被恢复到较早状态，或有他人以此名称发送。"),
    SEGMENT_HAS_OTHER_BYTES(
            "ROUTES-048",
            "landed bytes have the digest '{1}', and landed as '{0}'.",
            "Bring the file back from its backup; a run that needs it would not carry what was taken.",
            "落地内容的摘要为“{1}”，落地时为“{0}”。",
            "请从备份恢复该文件；否则运行送达的将不是当初采集的内容。"),
    REQUEST_IS_UNKNOWN(
            "ROUTES-050",
            "there is no request '{0}'.",
            "./bus ledger requests lists them.",
            "没有编号为“{0}”的请求。",
            "可用 ./bus ledger requests 列出。"),
    NOTHING_TO_REDRIVE(
            "ROUTES-051",
            "flow '{0}' has no proven run from number {1} on, so there is nothing to send again.",
            "Name an earlier run with --from, or run the flow.",
            "流程“{0}”自运行 {1} 起没有已核对的运行，无可重发。",
            "请用 --from 指定更早的运行，或运行该流程。"),
    COUNT_HAS_CHANGED(
            "ROUTES-052",
            "{1} entries could be sent now, not {0}; nothing was done.",
            "Look at what has changed, and ask again with --count {1}.",
            "现可发送 {1} 条，而不是 {0} 条；未作任何操作。",
            "请查看有何变化，再以 --count {1} 重新请求。"),
    ENTRY_IS_UNKNOWN(
            "ROUTES-053",
            "there is no entry '{0}' in quarantine.",
            "./bus quarantine list shows what there is.",
            "隔离区中没有编号为“{0}”的条目。",
            "可用 ./bus quarantine list 查看。"),
    ENTRY_IS_NOT_WAITING(
            "ROUTES-054",
            "entry '{0}' is no record that waits: {1}.",
            "./bus quarantine show {0} tells what became of it.",
            "条目“{0}”不是待处理的记录：{1}。",
            "可用 ./bus quarantine show {0} 查看其去向。"),
    PAYLOAD_IS_NO_ROW(
            "ROUTES-055",
            "this is no row of the source: a JSON object of its fields, each a text or null.",
            "./bus quarantine show --payload shows the fields; write all of them.",
            "这不是来源的一行：须为由其字段组成的 JSON 对象，值为文本或 null。",
            "可用 ./bus quarantine show --payload 查看字段；须全部写出。"),
    NOTHING_TO_APPROVE(
            "ROUTES-056",
            "entry '{0}' has no version that waits for approval.",
            "./bus quarantine show {0} tells who wrote and who approved.",
            "条目“{0}”没有待批准的版本。",
            "可用 ./bus quarantine show {0} 查看何人修改、何人批准。"),
    EDIT_NEEDS_A_SECOND_PERSON(
            "ROUTES-057",
            "'{0}' wrote this version, so somebody else has to approve it.",
            "Let a second person look at it and approve.",
            "该版本由“{0}”修改，须由他人批准。",
            "请另一人核对并批准。"),
    NOTHING_TO_STOP(
            "ROUTES-058",
            "request '{0}' sends nothing that could be stopped.",
            "Only a resubmission can be stopped, once, before it is closed.",
            "请求“{0}”没有可停止的发送。",
            "只有未结束的重新提交可以停止，且只能停止一次。"),
    RUN_IS_HELD(
            "ROUTES-059",
            "{0} of {1} rows are rejected, more than hold-at allows ({2} records, {3} per cent); nothing was sent.",
            "Look into quarantine, then mend source or mapping; or let this run pass: ./bus ledger run FLOW --beyond-threshold.",
            "{1} 行中有 {0} 行被拒绝，超过 hold-at 的限度（{2} 条，百分之 {3}）；未发送任何内容。",
            "请查看隔离区，修正来源或映射；或放行一次：./bus ledger run FLOW --beyond-threshold。"),
    RUN_IS_UNKNOWN(
            "ROUTES-060",
            "the ledger has no run {0}; the last one is {1}.",
            "./bus ledger runs lists them.",
            "账本中没有运行 {0}；最后一次为 {1}。",
            "./bus ledger runs 可列出所有运行。"),
    RUN_IS_NOT_RED(
            "ROUTES-061",
            "the run is not red, so there is nothing to close (state {0}, closed by {1}).",
            "./bus ledger runs --red lists the runs that wait for somebody.",
            "该运行不是红色，无需关闭（状态 {0}，关闭人 {1}）。",
            "./bus ledger runs --red 可列出待处理的运行。"),
    AUDIT_ENTRY_IS_CHANGED(
            "ROUTES-080",
            "entry {0} is not as it was entered: its hash fits neither its content nor what it follows.",
            "Export the audit and compare entry {0} with a backup; who can write the table can do more than that.",
            "第 {0} 条记录与写入时不同：其摘要与内容或前一条不符。",
            "请导出审计并与备份比对第 {0} 条；能改写该表者，所能做的不止于此。"),
    AUDIT_ENTRY_IS_MISSING(
            "ROUTES-081",
            "entries {0} to {1} are missing.",
            "Bring them back from a backup; until then nobody can say what they told.",
            "缺少第 {0} 至 {1} 条记录。",
            "请从备份恢复；在此之前无人能知其内容。"),
    AUDIT_ENTRY_IS_OUT_OF_ORDER(
            "ROUTES-082",
            "entry {0} stands behind entry {1}, which was entered later.",
            "Export the audit anew from the database.",
            "第 {0} 条记录排在较晚写入的第 {1} 条之后。",
            "请从数据库重新导出审计。"),
    AUDIT_IS_FORKED(
            "ROUTES-083",
            "entry {0} is there twice or was put in: what was entered after it follows another one.",
            "Compare entry {0} with a backup; one of the two was never entered by a bus.",
            "第 {0} 条记录重复或系事后插入：其后的记录承接的是另一条。",
            "请与备份比对第 {0} 条；两者之一并非总线写入。"),
    AUDIT_TAIL_IS_CUT_OFF(
            "ROUTES-084",
            "the audit ends before entry {0}; it went on to entry {1} at least.",
            "If the database was restored from a backup, note that and when; else entries were deleted.",
            "审计在第 {0} 条之前中断；此前至少写到第 {1} 条。",
            "若数据库曾从备份恢复，请注明时间；否则是有记录被删除。"),
    AUDIT_WAS_REWRITTEN(
            "ROUTES-085",
            "entry {0} was written anew with a hash that fits: '{2}' says another one. Entries from {1} on may have been, too.",
            "Compare entries {1} to {0} with a backup; the copy of the heads says what was true.",
            "第 {0} 条记录被改写并重算了摘要：“{2}”所载摘要不同。自第 {1} 条起均可能被改写。",
            "请与备份比对第 {1} 至 {0} 条；以另存的链头为准。"),
    AUDIT_LINE_IS_UNREADABLE(
            "ROUTES-086",
            "this line is neither an entry nor a head of the audit.",
            "Export the audit anew, or take another copy of the heads.",
            "此行既不是审计记录，也不是链头。",
            "请重新导出审计，或改用另一份链头副本。"),
    AUDIT_CANNOT_BE_WRITTEN(
            "ROUTES-087",
            "the audit cannot be written, so '{0}' was not done: {1}",
            "See that the database takes writes and has space; what is not entered is not done.",
            "审计无法写入，因此未执行“{0}”：{1}",
            "请确认数据库可写且空间充足；不能记录的操作不予执行。"),
    AUDIT_HEAD_IS_GONE(
            "ROUTES-088",
            "nothing says where the audit ends: its head is gone.",
            "A file was cut off on its way, or a row of ledger.audit_head was deleted; export anew, or compare with a backup.",
            "审计的链头已不存在，无从得知其止于何处。",
            "可能是文件传输不完整，或 ledger.audit_head 的行被删除；请重新导出，或与备份比对。"),
    SEGMENT_WAS_CHANGED(
            "ROUTES-070",
            "landed bytes '{0}' were changed since they landed ({1}); nothing of them is used.",
            "Bring the landing directory back from its backup, or let the next run take the source again; look at the disk.",
            "落地内容“{0}”在落地后被改动（{1}），不予使用。",
            "请从备份恢复落地目录，或等待下次运行重新采集；并检查磁盘。"),
    SEGMENT_IS_SEALED_WITH_ANOTHER_KEY(
            "ROUTES-071",
            "landed bytes '{0}' are sealed with the key '{1}', and this bus has '{2}'.",
            "Add that key below landing.key in bus.yaml: the first key writes, all of them read. The bytes are whole.",
            "落地内容“{0}”由密钥“{1}”封存，而本总线持有的是“{2}”。",
            "请将该密钥加入 bus.yaml 的 landing.key：首个密钥用于写入，全部密钥用于读取。内容本身完好。"),
    SEGMENT_IS_OF_ANOTHER_VERSION(
            "ROUTES-072",
            "landed bytes '{0}' have the form of version {1}, which this bus does not read.",
            "Read them with the version of the bus that landed them, or a later one.",
            "落地内容“{0}”为第 {1} 版格式，本版本总线无法读取。",
            "请使用当初落地时的总线版本或更高版本读取。"),
    LANDING_BUDGET_IS_REACHED(
            "ROUTES-073",
            "the landing store holds {0} MiB of the {1} MiB that it may, so nothing more is taken; what is under way goes on.",
            "It goes on by itself when a purge makes room. Look whether the hub takes, what waits for a decision, and whether"
                    + " landing.budget fits landing.keep.",
            "落地区已占用 {0} MiB（上限 {1} MiB），因此暂停接收；进行中的送达继续。",
            "清除腾出空间后会自动继续。请检查枢纽是否接收、哪些内容待决定，以及 landing.budget 与 landing.keep 是否匹配。"),
    RUN_IS_PURGED(
            "ROUTES-074",
            "what run {0} took was purged at {1}.",
            "It was delivered, proven and acknowledged, and kept as long as landing.keep says. Take the source again; ./bus ledger"
                    + " redrive --from a later run brings what is still kept.",
            "第 {0} 次运行采集的内容已于 {1} 清除。",
            "该内容已送达、核对并确认，且已保留满 landing.keep 所定期限；请重新采集；./bus ledger redrive --from 更晚的运行可重送仍保留的内容。"),
    LANDING_IS_OF_ANOTHER_LEDGER(
            "ROUTES-075",
            "the landing store was last used at run {1} of ledger {0}; this is ledger {2}, at run {3}: unknown files stay.",
            "Restore ledger and landing store of the same time. Where this is as it should be, remove this file: files that"
                    + " this ledger does not know go with the next purge.",
            "落地区上次由账本 {0}（第 {1} 次运行）使用；当前账本为 {2}（第 {3} 次运行），未知文件予以保留。",
            "请将账本与落地区恢复到同一时点。如确属正常，请删除此文件：账本中没有记录的文件将在下次清除时移除。"),
    RUN_CANNOT_BE_REPLAYED(
            "ROUTES-062",
            "what {0} runs took no longer gives the chunks that were sent; the last of them is {1}.",
            "The mapping, the adapter or the catalogue was changed since, or landed bytes were (./bus ledger check --deep);"
                    + " of keys that came last with these runs nothing is said.",
            "有 {0} 次运行所采集的内容已不能重现当时发送的批次，最后一次为 {1}。",
            "此后映射、适配器或目录有变更，或落地内容被改动（./bus ledger check --deep）；最后由这些运行送达的主键不作判断。"),
    REGISTRY_IS_OLDER(
            "ROUTES-063",
            "the hub's database has no registry of '{0}', or lacks what a comparison needs of it.",
            "Start the hub of this version on it once.",
            "枢纽数据库没有“{0}”的登记库，或缺少比对所需内容。",
            "请用本版本启动一次枢纽。"),
    RECORD_IS_MISSING(
            "ROUTES-064",
            "the registry of '{0}' does not hold '{1}', which run {2} brought.",
            "The hub was set back, or a row was deleted behind its back: let the run be sent again.",
            "“{0}”登记库中没有“{1}”，而运行 {2} 已送达。",
            "枢纽可能被恢复到较早状态，或有人删除了数据：请重新发送该运行。"),
    RECORD_HAS_OTHER_CONTENT(
            "ROUTES-065",
            "the registry of '{0}' holds '{1}' otherwise than run {2} brought it.",
            "A row was changed behind the hub's back, or is older than it should be: let the run be sent again.",
            "“{0}”登记库中的“{1}”与运行 {2} 送达的不同。",
            "有人在枢纽之外修改了数据，或数据比应有的旧：请重新发送该运行。"),
    RECORD_IS_FROM_NO_RUN(
            "ROUTES-066",
            "the registry of '{0}' holds '{1}' as if run {2} had brought it, and it did not.",
            "A row was added behind the hub's back, or the landing store lost what the run took: find out who wrote it.",
            "“{0}”登记库中的“{1}”自称由运行 {2} 送达，而该运行并未送达。",
            "有人在枢纽之外添加了数据，或落地区丢失了该运行的内容：请查明来源。");

    private final String code;
    private final Texts texts;

    RoutesProblem(String code, String english, String englishRemedy, String chinese, String chineseRemedy) {
        this.code = code;
        texts = new Texts(english, englishRemedy, chinese, chineseRemedy);
    }

    /** Code and text as the ledger keeps a reason, in English. */
    public String reason(Object... arguments) {
        return code + " "
                + text(
                        Locale.ENGLISH,
                        Arrays.stream(arguments).map(Object::toString).toList());
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
