package org.exchangebus.routes.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Digest;
import org.exchangebus.schemas.record.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent agrees with the contract that others build to. */
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode CONTRACT = contract();
    private static final JsonSchema RECEIPT = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(CONTRACT.at("/components/messages/receipt/payload/schema"));

    private static JsonNode contract() {
        try {
            Path file = Path.of("..", "schemas", "contract", "exchange.asyncapi.yaml");
            return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInContract(String text) throws IOException {
        return RECEIPT.validate(JSON.readTree(text)).isEmpty();
    }

    @Test
    void namesTheQueuesThatAreUsed() {
        assertThat(CONTRACT.at("/channels/chunk/address").asText()).isEqualTo(Queues.CHUNK);
        assertThat(CONTRACT.at("/channels/receipt/address").asText()).isEqualTo(Queues.RECEIPT);
        assertThat(CONTRACT.at("/info/description").asText()).contains("`" + Queues.DEAD + "`");
    }

    @Test
    void letsNothingPassButTheDuplicateId() {
        JsonNode headers = CONTRACT.at("/components/messages/chunk/headers");
        assertThat(headers.path("properties").fieldNames()).toIterable().containsExactly(HeaderWhitelist.DUPLICATE_ID);
        String pattern = headers.at("/properties/" + HeaderWhitelist.DUPLICATE_ID + "/pattern")
                .asText();
        assertThat(List.of(new ChunkId(7, 3).text(), new ChunkId(7, 3).text() + "/2"))
                .allMatch(id -> id.matches(pattern));
    }

    @Test
    void describesEveryReceiptThatIsSent() throws IOException {
        ChunkId chunk = new ChunkId(7, 3);
        for (Receipt receipt : List.of(
                new Receipt(chunk, 3, 2, 1, new Digest(1, -1), null),
                new Receipt(chunk, 0, 0, 0, 4, Digest.ZERO, null),
                new Receipt(chunk, 0, 0, 0, Digest.ZERO, "ROUTES-021  Not known."))) {
            assertThat(isInContract(ReceiptText.write(receipt)))
                    .as("%s", receipt)
                    .isTrue();
            assertThat(ReceiptText.read(ReceiptText.write(receipt))).isEqualTo(receipt);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"chunk\":\"7-3\",\"applied\":-1,\"superseded\":0,\"unchanged\":0,"
                        + "\"digest\":\"00000000000000000000000000000000\"}",
                "{\"chunk\":\"7\",\"applied\":1,\"superseded\":0,\"unchanged\":0,"
                        + "\"digest\":\"00000000000000000000000000000000\"}",
                "{\"chunk\":\"7-3\",\"applied\":1,\"superseded\":0,\"unchanged\":0,\"digest\":\"x\"}"
            })
    void takesNoReceiptThatTheContractDoesNotKnow(String text) throws IOException {
        assertThat(isInContract(text)).isFalse();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ReceiptText.read(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
