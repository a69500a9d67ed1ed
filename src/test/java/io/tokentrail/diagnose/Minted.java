package io.tokentrail.diagnose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts tokens into fixtures when they are read: no file of the project holds a whole one. {@code
 * {{token sub=system:serviceaccount:shop:cart exp=1772449200 jti=a}}} becomes a JWT with those
 * claims and a signature that signs nothing; {@code {{token64 ...}}} the same in base64 again;
 * {@code {{cut ...}}} one whose signature was cut off; {@code {{nonsense ...}}} what has the looks
 * of one and no claims.
 */
final class Minted {

  private static final Pattern TOKEN =
      Pattern.compile("\\{\\{(token|token64|cut|nonsense) ([^}]*)}}");

  private static final Path WRITTEN = Path.of("target/minted");

  private Minted() {}

  /** The folder itself, or where none of its files asks for a token; else a copy with tokens. */
  static Path folder(Path folder) {
    if (!Files.exists(folder)) {
      return folder;
    }
    try (var files = Files.walk(folder)) {
      var all = files.filter(Files::isRegularFile).toList();
      boolean none = true;
      for (Path file : all) {
        none &= !TOKEN.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find();
      }
      if (none) {
        return folder;
      }
      Path copy = WRITTEN.resolve(folder.getParent().getFileName()).resolve(folder.getFileName());
      for (Path file : all) {
        Path to = copy.resolve(folder.relativize(file));
        Files.createDirectories(to.getParent());
        Files.writeString(to, text(Files.readString(file)));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text with its tokens put in. */
  static String text(String text) {
    return TOKEN
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(token(m.group(1), m.group(2))));
  }

  private static String token(String kind, String claims) {
    StringBuilder json = new StringBuilder("{\"iss\":\"https://kubernetes.default.svc\"");
    for (String claim : claims.strip().split(" +", -1)) {
      String[] pair = claim.split("=", 2);
      boolean number = pair[1].matches("\\d+");
      json.append(",\"").append(pair[0]).append("\":");
      json.append(number ? pair[1] : '"' + pair[1] + '"');
    }
    json.append(",\"kubernetes.io\":{\"namespace\":\"")
        .append("of-the-account-that-the-subject-names\"}}");
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(43) + "\"}";
    String signature = base64(claims.repeat(20).substring(0, 256 - claims.length() % 7));
    String jwt = base64(header) + "." + base64(json.toString()) + "." + signature;
    return switch (kind) {
      case "token" -> jwt;
      case "nonsense" -> base64(header) + "." + base64("no json ".repeat(15)) + "." + signature;
      case "cut" -> jwt.substring(0, jwt.lastIndexOf('.') + 20);
      default -> Base64.getEncoder().encodeToString(jwt.getBytes(StandardCharsets.US_ASCII));
    };
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
