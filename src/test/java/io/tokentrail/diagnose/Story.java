package io.tokentrail.diagnose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case that a person can write in minutes: what happened, in prose; what must be said, as {@code
 * key: value} lines; and the input in sections that begin with {@code ==} and a file name. Audit
 * logs are written in the shorthand of {@link StoryAudit}, clusters in that of {@link
 * StoryCluster}, tokens as their claims; everything else stands as it is. A line that begins with
 * {@code >} must be among the finding's evidence. README.md beside the stories tells the rest.
 *
 * @param name {@code Cause/found-what-happened}
 * @param prose what happened
 * @param expected what must be said, in order
 * @param sections heading, and the lines below it
 */
record Story(String name, List<String> prose, List<Line> expected, List<Section> sections) {

  static final Path FOLDER = Path.of("src/test/resources/io/tokentrail/diagnose");

  private static final Path WRITTEN = Path.of("target/stories");

  private static final Set<String> KEYS =
      Set.of(
          "cluster",
          "found",
          "401s",
          "severity",
          "confidence",
          "says",
          "remedy",
          "besides",
          "runner-up",
          "instead",
          "looked at",
          "missing");

  /** One expectation. */
  record Line(String key, String value) {}

  /** One file of the input, or several. */
  record Section(String heading, List<String> lines) {
    String file() {
      return heading.split(" ", 2)[0];
    }

    String rest() {
      return heading.contains(" ") ? heading.split(" ", 2)[1] : "";
    }
  }

  /**
   * A story as input files.
   *
   * @param folder where they were written
   * @param marked for each line that must be among the evidence, the references any of which will
   *     do
   */
  record Written(Path folder, List<Set<String>> marked) {}

  static Story read(Path file) {
    List<String> prose = new ArrayList<>();
    List<Line> expected = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int colon = line.indexOf(": ");
        if (line.startsWith("== ")) {
          sections.add(new Section(line.substring(3).strip(), new ArrayList<>()));
        } else if (!sections.isEmpty()) {
          if (!line.isBlank()) {
            sections.get(sections.size() - 1).lines().add(line);
          }
        } else if (colon > 0 && KEYS.contains(line.substring(0, colon))) {
          expected.add(new Line(line.substring(0, colon), line.substring(colon + 2).strip()));
        } else if (!line.isBlank()) {
          prose.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = file.getFileName().toString().replace(".story", "");
    return new Story(file.getParent().getFileName() + "/" + name, prose, expected, sections);
  }

  Story named(String other) {
    return new Story(other.replace(' ', '-').replace("'", ""), prose, expected, sections);
  }

  /** Without the files whose name contains this; addresses stay what they are. */
  Story without(String file) {
    return with(
        sections.stream()
            .filter(s -> !s.file().contains(file) || s.file().startsWith("cluster"))
            .map(s -> s.file().contains(file) ? new Section("-cluster", s.lines()) : s)
            .toList());
  }

  /** Without the lines of audit logs that match. */
  Story drop(String regex) {
    return with(
        sections.stream()
            .map(
                s ->
                    s.file().endsWith("audit.log")
                        ? new Section(
                            s.heading(), s.lines().stream().filter(l -> !l.matches(regex)).toList())
                        : s)
            .toList());
  }

  /** With this replaced in every line of audit logs. */
  Story strip(String regex, String by) {
    return with(
        sections.stream()
            .map(
                s ->
                    s.file().endsWith("audit.log")
                        ? new Section(
                            s.heading(),
                            s.lines().stream()
                                .map(l -> l.contains("{{") ? l : l.replaceAll(regex, by))
                                .toList())
                        : s)
            .toList());
  }

  private Story with(List<Section> others) {
    return new Story(name, prose, expected, others);
  }

  /** Of one cause, in order of their names. */
  static List<Story> of(String cause) {
    try (var files = Files.list(FOLDER.resolve(cause))) {
      return files.filter(f -> f.toString().endsWith(".story")).sorted().map(Story::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code found}, {@code quiet} or {@code not-checked}. */
  String kind() {
    String file = name.substring(name.indexOf('/') + 1);
    return file.startsWith("not-checked") ? "not-checked" : file.split("-", 2)[0];
  }

  String first(String key) {
    return expected.stream()
        .filter(l -> l.key().equals(key))
        .map(Line::value)
        .findFirst()
        .orElse("");
  }

  /** Kubernetes' version, {@code 1.31.4}. */
  String version() {
    return first("cluster").split(" ", 0)[0];
  }

  /** {@code kubeadm}, {@code EKS}, {@code AKS}, {@code GKE}, {@code OpenShift}. */
  String platform() {
    return first("cluster").contains(" ") ? first("cluster").split(" ", 0)[1] : "kubeadm";
  }

  /** Writes its input files below target/stories. */
  Written write() {
    Path folder = WRITTEN.resolve(name);
    StoryCluster cluster = new StoryCluster(this);
    Map<String, String> files = new LinkedHashMap<>();
    List<Set<String>> marked = new ArrayList<>();
    for (Section section : sections) {
      if (section.file().equals("-cluster")) {
        continue;
      }
      if (section.file().startsWith("cluster")) {
        cluster.write(section, files, marked);
      } else if (section.file().endsWith("audit.log")) {
        new StoryAudit(this, cluster).write(section, files, marked);
      } else if (section.file().endsWith(".jwt")) {
        files.put(section.file(), jwt(section.lines()) + "\n");
        marks(section, section.lines(), marked);
      } else {
        List<String> plain = new ArrayList<>();
        section.lines().forEach(l -> plain.add(l.startsWith(">") ? l.substring(1).strip() : l));
        marks(section, section.lines(), marked);
        files.merge(section.file(), String.join("\n", plain) + "\n", String::concat);
      }
    }
    try {
      clear(folder);
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, Minted.text(file.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Written(folder, marked);
  }

  private static void marks(Section section, Collection<String> lines, List<Set<String>> marked) {
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.startsWith(">")) {
        marked.add(new LinkedHashSet<>(List.of(section.file() + ":" + number)));
      }
    }
  }

  /** Claims, and {@code kid:} before them; a signature that signs nothing. */
  private static String jwt(List<String> lines) {
    String kid = "";
    StringBuilder claims = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("kid: ")) {
        kid = line.substring(5);
      } else {
        claims.append(line.startsWith(">") ? line.substring(1) : line);
      }
    }
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}";
    return base64(header) + "." + base64(claims.toString()) + "." + base64("no signature at all");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var old = Files.walk(folder)) {
        for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Words, and {@code key=value} options; quotes keep spaces together. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quoted && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        if (word.length() > 0) {
          words.add(word.toString());
        }
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  static Map<String, String> options(List<String> words) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      options.put(
          equals < 0 ? word : word.substring(0, equals),
          equals < 0 ? "true" : word.substring(equals + 1));
    }
    return options;
  }
}
