package org.exchangebus.routes.ledger;

import java.sql.Array;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Doubt;

/** What is doubtful about records that were delivered all the same. */
public final class Doubts {

    private static final String ADD = """
            INSERT INTO ledger.doubt (run, chunk, item, rule, code, records, place, position, text, arguments)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OF_RUN = """
            SELECT r.flow, d.item, d.rule, d.code, sum(d.records) AS records,
                (array_agg(d.place ORDER BY d.chunk))[1] AS place,
                (array_agg(d.position ORDER BY d.chunk))[1] AS position,
                (array_agg(d.text ORDER BY d.chunk))[1] AS text,
                (SELECT f.arguments FROM ledger.doubt f WHERE f.run = d.run AND f.chunk = min(d.chunk)
                    AND f.item = d.item AND f.rule = d.rule AND f.code = d.code) AS arguments
            FROM ledger.doubt d JOIN ledger.run r ON r.number = d.run
            WHERE d.run = ? GROUP BY r.flow, d.run, d.item, d.rule, d.code
            ORDER BY records DESC, d.item, d.rule, d.code""";

    private final LedgerDatabase database;

    Doubts(LedgerDatabase database) {
        this.database = database;
    }

    /** The doubts of a run, those that most records raise first. */
    public List<DoubtEntry> of(long run) {
        return database.jdbc()
                .query(
                        OF_RUN,
                        (row, i) -> new DoubtEntry(
                                row.getString("flow"),
                                row.getString("item"),
                                row.getString("rule"),
                                row.getString("code"),
                                row.getLong("records"),
                                row.getString("place"),
                                row.getLong("position"),
                                row.getString("text"),
                                List.of((String[]) row.getArray("arguments").getArray())),
                        run);
    }

    /** Enters the doubts of a chunk that has none in the ledger; inside the caller's transaction. */
    void add(ChunkId chunk, List<Doubt> doubts) {
        database.jdbc().batchUpdate(ADD, doubts, 500, (statement, doubt) -> {
            statement.setLong(1, chunk.run());
            statement.setInt(2, chunk.number());
            statement.setString(3, doubt.item());
            statement.setString(4, doubt.rule());
            statement.setString(5, doubt.problem().code());
            statement.setInt(6, doubt.records());
            statement.setString(7, LedgerText.clean(doubt.place()));
            statement.setLong(8, doubt.position());
            statement.setString(9, LedgerText.clean(doubt.problem().text(Locale.ENGLISH, doubt.arguments())));
            Object[] arguments =
                    doubt.arguments().stream().map(LedgerText::clean).toArray();
            Array texts = statement.getConnection().createArrayOf("text", arguments);
            statement.setArray(10, texts);
        });
    }
}
