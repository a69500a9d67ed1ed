package io.tokentrail.ingest.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.TokenFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenFileReaderTest {

  private final Tally tally =
      new Tally(
          new Offered("f.csv", "f.csv", 0, Compression.NONE, InputFile.Kind.TOKEN_FILES, "", ""),
          100);

  private List<TokenFile> read(String text) throws IOException {
    return TokenFileReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), tally);
  }

  @Test
  void bothFormsOfModeAndTimeMeanTheSame() throws IOException {
    List<TokenFile> rows =
        read(
            """
            namespace,pod,container,path,mode,mtime,captured_at
            shop,cart-1,cart,/t/token,0644,1740823200,1740823500
            shop,cart-1,cart,/t/token,644,2025-03-01T10:00:00Z,2025-03-01T10:05:00Z
            """);
    assertEquals(0644, rows.get(0).mode());
    assertEquals(Instant.parse("2025-03-01T10:00:00Z"), rows.get(0).modifiedAt());
    assertEquals(rows.get(0).mode(), rows.get(1).mode());
    assertEquals(rows.get(0).modifiedAt(), rows.get(1).modifiedAt());
    assertEquals(rows.get(0).capturedAt(), rows.get(1).capturedAt());
  }

  @Test
  void columnsAreFoundByNameAndTabsSeparateToo() throws IOException {
    List<TokenFile> rows =
        read(
            """
            pod\tnamespace\tmode\tpath\tcontainer\tcaptured_at\tmtime
            cart-1\tshop\t0600\t/t\tcart\t1740823500\t1740823200
            """);
    assertEquals("shop", rows.get(0).namespace());
    assertEquals(0600, rows.get(0).mode());
  }

  @Test
  void aBrokenRowIsRejectedWithItsLineAndTheNextIsRead() throws IOException {
    List<TokenFile> rows =
        read(
            """
            namespace,pod,container,path,mode,mtime,captured_at
            shop,cart-1,cart,/t,rw-r--r--,1740823200,1740823500
            shop,cart-2
            shop,cart-3,cart,/t,0644,1740823200,1740823500
            """);
    assertEquals("cart-3", rows.get(0).pod());
    assertEquals(
        List.of("line:2", "line:3"), tally.rejects().stream().map(r -> r.positionText()).toList());
  }
}
