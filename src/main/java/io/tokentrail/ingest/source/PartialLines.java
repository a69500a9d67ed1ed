package io.tokentrail.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Lines that a container runtime cut at 16 KB, put together again: {@code TIME stdout P ...} up to
 * the next {@code F} (CRI), and {@code {"log":"..."}} up to the next one that ends in a line feed
 * (docker). The two streams of a container are told apart.
 */
final class PartialLines extends Converted {

  private static final Pattern CRI =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[-+]\\d\\d:\\d\\d) std(?:out|err) [FP] ?.*");

  private static final Pattern DOCKER =
      Pattern.compile("\\{\"log\":\".*\"stream\":\"std(?:out|err)\".*\\}");

  private static final byte[] LOG = "{\"log\":\"".getBytes(UTF_8);

  private final Lines lines;
  private final Map<String, Held> held = new TreeMap<>();

  /** What a stream has said of its line so far. */
  @SuppressWarnings("ArrayRecordComponent") // never compared: pieces of a line on their way
  private record Held(byte[] head, ByteArrayOutputStream text, byte[] tail) {}

  PartialLines(InputStream in) {
    super(in);
    lines = new Lines(in);
  }

  /** Whether a runtime wrote the line. */
  static boolean fits(String line) {
    return CRI.matcher(line).matches() || DOCKER.matcher(line).matches();
  }

  @Override
  boolean more() throws IOException {
    while (lines.next()) {
      byte[] line = lines.bytes();
      boolean whole = (line.length > 0 && line[0] == '{') ? docker(line) : cri(line);
      if (whole) {
        piece.write(line);
      }
      if (piece.size() > 0 || whole) {
        piece.write('\n');
        return true;
      }
    }
    for (Held rest : held.values()) {
      write(rest, new byte[0], 0, 0);
      piece.write('\n');
    }
    held.clear();
    return piece.size() > 0;
  }

  /** Whether a line is to be given out as it is. */
  private boolean cri(byte[] line) {
    int tag = tag(line);
    if (tag < 0) {
      return true;
    }
    String stream = line[tag - 2] == 't' ? "out" : "err";
    Held before = held.get(stream);
    int text = Math.min(line.length, tag + 2);
    if (line[tag] == 'P') {
      if (before == null) {
        byte[] head = Arrays.copyOf(line, text);
        head[tag] = 'F';
        before = new Held(head, new ByteArrayOutputStream(), new byte[0]);
        held.put(stream, before);
      }
      add(before, line, text, line.length);
      return false;
    }
    if (before == null) {
      return true;
    }
    held.remove(stream);
    write(before, line, text, line.length);
    return false;
  }

  /** Where {@code F} or {@code P} stands behind time and stream; negative when nowhere. */
  private static int tag(byte[] line) {
    int space = 0;
    while (space < line.length && space < 40 && line[space] != ' ') {
      space++;
    }
    int tag = space + 8;
    return tag < line.length
            && line[space + 1] == 's'
            && line[tag - 1] == ' '
            && (line[tag] == 'F' || line[tag] == 'P')
        ? tag
        : -1;
  }

  private boolean docker(byte[] line) {
    if (line.length < LOG.length || !Arrays.equals(line, 0, LOG.length, LOG, 0, LOG.length)) {
      return true;
    }
    int end = LOG.length;
    while (end < line.length && line[end] != '"') {
      end += line[end] == '\\' ? 2 : 1;
    }
    if (end >= line.length) {
      return true;
    }
    boolean ends =
        end >= LOG.length + 2
            && line[end - 1] == 'n'
            && line[end - 2] == '\\'
            && !(end >= LOG.length + 3 && line[end - 3] == '\\');
    String stream = stream(line, end);
    Held before = held.get(stream);
    if (stream.isEmpty() || (ends && before == null)) {
      return true;
    }
    if (!ends) {
      if (before == null) {
        before =
            new Held(LOG, new ByteArrayOutputStream(), Arrays.copyOfRange(line, end, line.length));
        held.put(stream, before);
      }
      add(before, line, LOG.length, end);
      return false;
    }
    held.remove(stream);
    write(before, line, LOG.length, end);
    return false;
  }

  private static String stream(byte[] line, int from) {
    String tail = new String(line, from, Math.min(line.length - from, 200), UTF_8);
    return tail.contains("\"stream\":\"stdout\"")
        ? "out"
        : tail.contains("\"stream\":\"stderr\"") ? "err" : "";
  }

  private static void add(Held to, byte[] line, int from, int end) {
    if (to.text().size() + end - from <= Lines.LONGEST) {
      to.text().write(line, from, end - from);
    }
  }

  private void write(Held whole, byte[] line, int from, int end) {
    piece.writeBytes(whole.head());
    piece.writeBytes(whole.text().toByteArray());
    piece.write(line, from, end - from);
    piece.writeBytes(whole.tail());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
