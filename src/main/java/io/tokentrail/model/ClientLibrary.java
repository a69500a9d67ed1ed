package io.tokentrail.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Client libraries, the first version of each that re-reads its token file, and how the library and
 * its version show in an agent string. A program may call itself anything: what the agent does not
 * tell stays unknown.
 *
 * <p>Sources: EKS user guide, "Service account tokens" (the list of versions); KEP-1205; and the
 * library's own change log where it is named.
 */
public enum ClientLibrary {
  /** The agent tells the program's version, not client-go's. */
  CLIENT_GO("client-go", "0.15.7", "[^ /]+/[^ ]+ \\([a-z0-9]+/[a-z0-9]+\\) kubernetes/.*", ""),

  PYTHON(
      "the Kubernetes Python client",
      "12.0.0",
      "",
      "(?:OpenAPI-Generator|Swagger-Codegen)/V/python.*"),

  JAVA(
      "the official Java client",
      "9.0.0",
      "Swagger-Codegen/[^ /]+/java.*",
      "Kubernetes Java Client/V.*"),

  /** Fixed in 5.12.4 and 6.1.0 (fabric8io/kubernetes-client#2271, #4264). */
  FABRIC8("the fabric8 Java client", "5.12.4", "", "fabric8-kubernetes-client/V.*"),

  /** Sends no agent of its own. */
  JAVASCRIPT("the JavaScript client", "0.10.3", "", ""),

  /** Sends no agent of its own. */
  C_SHARP("the C# client", "7.0.5", "", ""),

  HASKELL("the Haskell client", "0.3.0", "", "");

  private static final int LONGEST = 300;

  private final String title;
  private final String since;
  private final Pattern unversioned;
  private final Pattern versioned;

  ClientLibrary(String title, String since, String unversioned, String versioned) {
    this.title = title;
    this.since = since;
    this.unversioned = Pattern.compile(unversioned.isEmpty() ? "(?!)" : unversioned);
    this.versioned =
        Pattern.compile(
            versioned.isEmpty()
                ? "(?!)"
                : versioned.replace("V", "(\\d{1,6}(?:\\.\\d{1,6}){0,3})[^ /]*"));
  }

  /** How operators call it. */
  public String title() {
    return title;
  }

  /** The first version that re-reads the file while the program runs. */
  public String since() {
    return since;
  }

  /**
   * What an agent string tells.
   *
   * @param client the library
   * @param version its version, empty when not told
   */
  public record Told(ClientLibrary client, String version) {

    /** Whether this version re-reads its token file; empty when the agent tells no version. */
    public Optional<Boolean> rereads() {
      return version.isEmpty()
          ? Optional.empty()
          : Optional.of(compare(version, client.since) >= 0);
    }

    /**
     * {@code the Kubernetes Python client 11.0.0, which reads its token once (fixed in 12.0.0)}.
     */
    public String says() {
      String name = client.title + (version.isEmpty() ? "" : " " + version);
      return rereads()
          .map(
              good ->
                  good
                      ? name + ", which re-reads its token file"
                      : name + ", which reads its token once (" + client.since + " re-reads it)")
          .orElseGet(() -> name + ", which re-reads its token file from " + client.since + " on");
    }
  }

  /** The library that an agent string names. */
  public static Optional<Told> of(String agent) {
    String text = agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent;
    for (ClientLibrary one : values()) {
      Matcher m = one.versioned.matcher(text);
      if (m.matches()) {
        return Optional.of(new Told(one, m.group(1)));
      }
      if (one.unversioned.matcher(text).matches()) {
        return Optional.of(new Told(one, ""));
      }
    }
    return Optional.empty();
  }

  /** {@code client-go 0.15.7, ...}: all of them, for a remedy that knows no better. */
  public static String versions() {
    List<String> all = new ArrayList<>();
    for (ClientLibrary one : values()) {
      String bare = one.title.replace("the ", "").replace("Kubernetes ", "").replace(" client", "");
      all.add(bare + " " + one.since);
    }
    return String.join(", ", all);
  }

  private static int compare(String a, String b) {
    String[] left = a.split("\\.", -1);
    String[] right = b.split("\\.", -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int l = i < left.length ? Integer.parseInt(left[i]) : 0;
      int r = i < right.length ? Integer.parseInt(right[i]) : 0;
      if (l != r) {
        return Integer.compare(l, r);
      }
    }
    return 0;
  }
}
