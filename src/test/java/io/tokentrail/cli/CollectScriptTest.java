package io.tokentrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script that operators run, run as they would: with a shell and a {@code kubectl}, here one
 * that answers from files.
 */
class CollectScriptTest {

  private static final Path ANSWERS = Path.of("src/test/resources/io/tokentrail/cli/collect");
  private static final String VALUE = "dGhlLXZhbHVlLW9mLWEtU2VjcmV0";

  @TempDir Path dir;

  /** How a command ended and what it printed, errors included. */
  private record Ended(int code, String said) {}

  @BeforeEach
  void printTheScriptBesideAKubectl() throws IOException {
    Run run = Run.of("collect-script");
    assertEquals(0, run.code());
    Files.writeString(dir.resolve("collect.sh"), run.out());
    Path bin = Files.createDirectory(dir.resolve("bin"));
    try (Stream<Path> answers = Files.list(ANSWERS)) {
      for (Path answer : (Iterable<Path>) answers::iterator) {
        Files.copy(answer, bin.resolve(answer.getFileName()));
      }
    }
    assertTrue(bin.resolve("kubectl").toFile().setExecutable(true));
  }

  private Ended run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.redirectErrorStream(true);
    builder
        .environment()
        .merge(
            "PATH", dir.resolve("bin").toString(), (old, ours) -> ours + File.pathSeparator + old);
    Process process = builder.start();
    process.getOutputStream().close();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Ended(process.exitValue(), said);
  }

  private static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private String asked() throws IOException {
    return Files.readString(dir.resolve("bin/asked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "dash", "sh"})
  void whatItCollectsIsReadAsASnapshotKeysMetricsLogsAndTokenFiles(String shell)
      throws IOException {
    assumeTrue(has(shell), shell + " is not installed");
    Ended ended = run(shell, "collect.sh", "--out", "cluster", "--token-files");
    assertEquals(0, ended.code(), ended.said());
    assertTrue(
        ended.said().contains("left out snapshot/nodes.json: Error from server (Forbidden)"),
        ended.said());
    assertTrue(ended.said().contains("no age of /var/run/secrets/tokens/vault"), ended.said());
    String out = dir.resolve("report-" + shell).toString();
    Run run = Run.of("analyze", dir.resolve("cluster").toString(), "--out", out, "--quiet");
    assertEquals(0, run.code(), run.err());
    List<String> inputs = Files.readAllLines(Path.of(out, "csv/inputs.csv"));
    for (String file :
        List.of(
            "snapshot/tokentrail-collected-at,snapshot",
            "snapshot/pods.json,snapshot",
            "snapshot/serviceaccounts.json,snapshot",
            "snapshot/secrets.json,snapshot",
            "snapshot/version.json,snapshot",
            "keys/jwks.json,keys",
            "keys/openid-configuration.json,keys",
            "logs/kube-apiserver-cp-1.log,component-log")) {
      assertTrue(inputs.stream().anyMatch(l -> l.contains(file)), file + " in " + inputs);
    }
    assertEquals(2, inputs.stream().filter(l -> l.contains(",metrics,")).count(), "two readings");
    assertTrue(inputs.stream().anyMatch(l -> l.contains(".tsv,token-files")), inputs.toString());
    assertTrue(inputs.stream().noneMatch(l -> l.contains("unrecognised")), inputs.toString());
    assertTrue(
        Files.readString(Path.of(out, "csv/legacy_tokens.csv")).contains("deployer-token"),
        "the Secret is known without its value");
    assertTrue(
        Files.readString(Path.of(out, "report.json")).contains("\"cronjobs\""),
        "a kind without objects was looked for");
  }

  @Test
  void aSecretsValueIsTakenOnlyWhenAskedFor() throws IOException {
    assertEquals(0, run("sh", "collect.sh", "--out", "names").code());
    assertFalse(asked().contains("get secrets --all-namespaces -o json"), asked());
    assertFalse(everything("names").contains(VALUE));
    assertEquals(0, run("sh", "collect.sh", "--out", "nothing", "--no-secrets").code());
    assertFalse(Files.exists(dir.resolve("nothing/snapshot/secrets.json")));
    Ended asked = run("sh", "collect.sh", "--out", "values", "--secret-data");
    assertTrue(asked.said().contains("holds live tokens"), asked.said());
    assertTrue(everything("values").contains(VALUE));
  }

  private String everything(String folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(dir.resolve(folder))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void noPodIsEnteredUnlessAskedFor() throws IOException {
    assertEquals(0, run("sh", "collect.sh", "--out", "cluster").code());
    assertFalse(asked().contains("exec "), asked());
    assertFalse(asked().contains("create"), "no token is requested, nothing is made");
  }

  @Test
  void aNamespaceNarrowsWhatIsRead() throws IOException {
    assertEquals(0, run("sh", "collect.sh", "--out", "cluster", "--namespace", "shop").code());
    assertTrue(asked().contains("get pods --namespace shop -o json"), asked());
    assertFalse(asked().contains("--all-namespaces"), asked());
    assertEquals(2, run("sh", "collect.sh", "--namespace", "a; rm -rf /").code());
  }

  @Test
  void anExistingFolderIsLeftAlone() throws IOException {
    Files.createDirectory(dir.resolve("cluster"));
    Ended ended = run("sh", "collect.sh", "--out", "cluster");
    assertEquals(2, ended.code());
    assertTrue(ended.said().contains("cluster exists already"), ended.said());
  }

  @Test
  void theRolesAllowReadingAloneAndNoSecretsWhereNoneAreTaken() throws IOException {
    assertEquals(Set.of("get", "list"), verbs("--rbac", "alice"));
    assertEquals(Set.of("get", "list", "create"), verbs("--rbac", "alice", "--token-files"));
    assertTrue(run("sh", "collect.sh", "--rbac", "alice").said().contains("secrets"));
    assertFalse(
        run("sh", "collect.sh", "--rbac", "alice", "--no-secrets")
            .said()
            .contains("resources: [secrets]"));
    assertFalse(Files.exists(dir.resolve("bin/asked")), "printing roles asks the cluster nothing");
  }

  private Set<String> verbs(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "collect.sh"));
    command.addAll(List.of(options));
    Set<String> verbs = new TreeSet<>();
    YAMLMapper yaml = new YAMLMapper();
    try (MappingIterator<JsonNode> documents =
        yaml.readerFor(JsonNode.class).readValues(run(command.toArray(String[]::new)).said())) {
      while (documents.hasNext()) {
        documents
            .next()
            .path("rules")
            .forEach(rule -> rule.path("verbs").forEach(verb -> verbs.add(verb.asText())));
      }
    }
    return verbs;
  }

  @Test
  void shellcheckHasNothingToSay() throws IOException {
    assumeTrue(has("shellcheck"), "shellcheck is not installed");
    for (String shell : List.of("sh", "bash", "dash")) {
      Ended ended = run("shellcheck", "--shell=" + shell, "collect.sh");
      assertEquals("", ended.said());
      assertEquals(0, ended.code());
    }
  }
}
