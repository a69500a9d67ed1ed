package io.tokentrail.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tokentrail.generate.InventoryGenerator;
import io.tokentrail.ingest.FolderFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManySecretsTest {

  @TempDir Path dir;

  @Test
  void everySecretOfAGeneratedClusterHasItsTrueVerdict() throws IOException {
    List<String> truth = InventoryGenerator.write(dir.resolve("cluster"), 2_000, 11);

    List<String> judged =
        LegacyTokens.of(FolderFacts.of(dir.resolve("cluster"), Cluster.NOW), Duration.ofDays(90))
            .stream()
            .map(
                t ->
                    String.join(
                        "\t",
                        t.secret().namespace(),
                        t.secret().name(),
                        t.verdict().code(),
                        t.safety().code()))
            .sorted()
            .toList();
    assertEquals(truth.stream().sorted().toList(), judged);
  }
}
