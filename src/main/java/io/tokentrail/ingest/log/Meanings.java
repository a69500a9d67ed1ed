package io.tokentrail.ingest.log;

import io.tokentrail.ingest.source.Masking;
import io.tokentrail.model.LogLine.KubeletUnwell;
import io.tokentrail.model.LogLine.Meaning;
import io.tokentrail.model.LogLine.Refused;
import io.tokentrail.model.LogLine.Served;
import io.tokentrail.model.LogLine.Started;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a line means here; most lines mean nothing. */
final class Meanings {

  private static final String OLD_REFUSAL = "Unable to authenticate the request due to an error: ";

  /** Longest text that is kept of a kubelet's complaint. */
  private static final int LONGEST = 400;

  /** So many different refusals are remembered; then they are read anew. */
  private static final int MOST_REFUSALS = 1 << 12;

  /** What a server says when it refuses, mostly the same words again and again. */
  private final Map<String, Refused> refusals = new HashMap<>();

  /** Told by the text alone: journals may have lost klog's header and with it the Go file. */
  Optional<Meaning> of(Framed line) {
    String message = line.message();
    String error = line.fields().getOrDefault("err", "");
    if (message.startsWith("\"HTTP\"") || message.equals("HTTP")) {
      return served(line);
    }
    if (message.contains("Unable to authenticate the request")) {
      return refused(line);
    }
    if (message.contains("ouldn't update token")) {
      return TokenErrors.notUpdated(line.said()).map(m -> m);
    }
    if (message.contains("Error preparing data for projected volume")) {
      return TokenErrors.notFetched(line.said()).map(m -> m);
    }
    if (message.contains("MountVolume.SetUp failed")
        || error.contains("MountVolume.SetUp failed")
        || message.contains("Couldn't get secret")) {
      return TokenErrors.notMounted(line.said()).map(m -> m);
    }
    return other(line);
  }

  /** The bulk of a log at {@code -v=3}, told without taking the line apart. */
  static boolean servedWithout401(Framed line) {
    String message = line.message();
    return message.startsWith("\"HTTP\"")
        && !message.contains("resp=401")
        && !message.contains("resp=\"401\"");
  }

  private static Optional<Meaning> served(Framed line) {
    if (line.fields().isEmpty() && !line.message().contains("audit-ID=")) {
      return Optional.empty();
    }
    Said said = line.said();
    String id = said.field("audit-ID");
    String code = said.field("resp");
    if (id.isEmpty() || !code.matches("\\d{3}")) {
      return Optional.empty();
    }
    return Optional.of(new Served(id, Integer.parseInt(code), address(said.field("srcIP"))));
  }

  /** {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711} without the port. */
  private static String address(String source) {
    int colon = source.lastIndexOf(':');
    String host = colon < 0 ? source : source.substring(0, colon);
    return host.replace("[", "").replace("]", "");
  }

  private Optional<Meaning> refused(Framed line) {
    int old = line.message().indexOf(OLD_REFUSAL);
    if (old >= 0) {
      return Optional.of(refused(line.message().substring(old + OLD_REFUSAL.length())));
    }
    if (!line.message().contains("Unable to authenticate the request")) {
      return Optional.empty();
    }
    String error = line.said().field("err");
    return error.isEmpty() ? Optional.empty() : Optional.of(refused(error));
  }

  private Refused refused(String error) {
    if (refusals.size() >= MOST_REFUSALS) {
      refusals.clear();
    }
    return refusals.computeIfAbsent(error, Refusals::of);
  }

  private static Optional<Meaning> other(Framed line) {
    String text = line.message();
    if (starts(line, text)) {
      return Optional.of(new Started());
    }
    String error = line.fields().getOrDefault("err", text);
    if (error.contains("PLEG is not healthy") && !error.contains("yet to be successful")) {
      return unwell("pleg", line);
    }
    if (error.contains("container runtime is down")
        || error.contains("Container runtime sanity check failed")
        || error.contains("runtime is not ready: RuntimeReady=false")) {
      return unwell("runtime", line);
    }
    if (error.contains("client certificate has expired")
        || text.contains("certificate has expired")
        || error.contains("x509: certificate has expired")) {
      return unwell("certificate", line);
    }
    return error.contains("Unauthorized") ? unwell("unauthorized", line) : Optional.empty();
  }

  private static boolean starts(Framed line, String text) {
    return switch (line.source()) {
      case "server.go", "" ->
          text.startsWith("\"Kubelet version\"")
              || text.equals("Kubelet version")
              || text.startsWith("\"Started kubelet\"")
              || text.equals("Started kubelet")
              || text.startsWith("Version: v")
              || text.startsWith("\"Version\"")
              || text.equals("Version");
      case "controllermanager.go", "instance.go" -> text.startsWith("Version: v");
      default -> false;
    };
  }

  private static Optional<Meaning> unwell(String what, Framed line) {
    Said said = line.said();
    String error = said.field("err");
    String all = error.isEmpty() ? said.text() : said.text() + ": " + error;
    String cut = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
    return Optional.of(new KubeletUnwell(what, Masking.of(cut)));
  }
}
