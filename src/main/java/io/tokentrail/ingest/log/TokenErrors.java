package io.tokentrail.ingest.log;

import io.tokentrail.ingest.source.Masking;
import io.tokentrail.model.LogLine.MountFailed;
import io.tokentrail.model.LogLine.TokenNotRefreshed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a kubelet says about tokens that it cannot fetch and volumes that it cannot mount. */
final class TokenErrors {

  /**
   * The token manager's cache key (token_manager.go {@code keyFunc}): account, namespace,
   * audiences, lifetime, bound object; since 1.34 a last slot for a UID.
   */
  private static final Pattern CACHE_KEY =
      Pattern.compile(
          "\"([^\"]*)\"/\"([^\"]*)\"/\\[\\]string(?:\\(nil\\)|\\{(.*?)\\})/(\\d+)/"
              + "v1\\.BoundObjectReference\\{(.*?)\\}");

  private static final Pattern NAME = Pattern.compile("Name:\"([^\"]*)\"");
  private static final Pattern UID = Pattern.compile("UID:\"([^\"]*)\"");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private static final Pattern OLD_FAILURE =
      Pattern.compile("(?is)couldn't update token (.*?\\}(?:/\"[^\"]*\")?): (.*)");

  private static final Pattern EXPIRED =
      Pattern.compile("(?s)token (\".*?) expired and refresh failed: (.*)");

  private static final Pattern PROJECTED =
      Pattern.compile(
          "(?s)Error preparing data for projected volume (\\S+) for pod ([^/\\s]+)/([^:\\s]+): (.*)");

  private static final Pattern SET_UP =
      Pattern.compile(
          "(?s)MountVolume\\.SetUp failed for volume \"([^\"]*)\""
              + "(?: \\(UniqueName: \"[^\"]*\"\\) pod \"([^\"]*)\" \\(UID: \"([^\"]*)\"\\))?\\s*: (.*)");

  private static final Pattern NO_SECRET =
      Pattern.compile("Couldn't get secret ([^/\\s]+)/\\S+: .*");

  /** Kubelet's text has the typo {@code accoount} in 1.25 to 1.36. */
  private static final Pattern ABOUT_TOKENS =
      Pattern.compile(
          "failed to fetch token|service acco+unt token attributes|refresh failed"
              + "|secret(?:s)? \\\\*\"[^\"]*\" (?:not found|is forbidden)|Unauthorized"
              + "|couldn't propagate object cache");

  private TokenErrors() {}

  /** {@code "Couldn't update token" err=... cacheKey=...}, and what 1.20 and before wrote. */
  static Optional<TokenNotRefreshed> notUpdated(Said said) {
    if (said.fields().containsKey("cacheKey")) {
      return key(said.field("cacheKey"), false, said.field("err"));
    }
    Matcher old = OLD_FAILURE.matcher(said.text());
    return old.find() ? key(old.group(1), false, old.group(2)) : Optional.empty();
  }

  /** {@code Error preparing data for projected volume}: no usable token at all. */
  static Optional<TokenNotRefreshed> notFetched(Said said) {
    Matcher failed = PROJECTED.matcher(said.text());
    if (!failed.find()) {
      return Optional.empty();
    }
    String error = failed.group(4);
    Matcher expired = EXPIRED.matcher(plain(error));
    if (expired.find()) {
      return key(expired.group(1), true, expired.group(2));
    }
    int at = error.indexOf("failed to fetch token");
    if (at < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new TokenNotRefreshed(
            failed.group(2), "", failed.group(3), "", "", 0, true, Masking.of(tail(error, at))));
  }

  private static String tail(String error, int at) {
    int colon = error.indexOf(": ", at);
    return colon < 0 ? error.substring(at) : error.substring(colon + 2);
  }

  private static Optional<TokenNotRefreshed> key(String cacheKey, boolean fatal, String error) {
    Matcher key = CACHE_KEY.matcher(plain(cacheKey));
    if (!key.find()) {
      return Optional.empty();
    }
    List<String> audiences = new ArrayList<>();
    if (key.group(3) != null) {
      Matcher audience = QUOTED.matcher(key.group(3));
      while (audience.find()) {
        audiences.add(audience.group(1));
      }
    }
    return Optional.of(
        new TokenNotRefreshed(
            key.group(2),
            key.group(1),
            first(NAME, key.group(5)),
            first(UID, key.group(5)),
            String.join(",", audiences),
            seconds(key.group(4)),
            fatal,
            Masking.of(error)));
  }

  private static long seconds(String digits) {
    return digits.length() > 15 ? 0 : Long.parseLong(digits);
  }

  private static String first(Pattern pattern, String text) {
    Matcher match = pattern.matcher(text);
    return match.find() ? match.group(1) : "";
  }

  /** Inner quotes may be escaped once or twice, depending on who quoted the line. */
  private static String plain(String text) {
    return text.replace("\\", "");
  }

  /** A mount that failed for want of a token or a Secret. */
  static Optional<MountFailed> notMounted(Said said) {
    boolean nested = said.field("err").contains("MountVolume.SetUp failed");
    Matcher failed = SET_UP.matcher(plain(nested ? said.field("err") : said.text()));
    if (failed.find() && ABOUT_TOKENS.matcher(failed.group(4)).find()) {
      return Optional.of(
          new MountFailed(
              namespace(said.field("pod")),
              failed.group(2) == null ? "" : failed.group(2),
              failed.group(1),
              Masking.of(failed.group(4))));
    }
    Matcher missing = NO_SECRET.matcher(said.text());
    if (missing.find()) {
      return Optional.of(new MountFailed(missing.group(1), "", "", Masking.of(said.text())));
    }
    return Optional.empty();
  }

  private static String namespace(String pod) {
    int slash = pod.indexOf('/');
    return slash < 0 ? "" : pod.substring(0, slash);
  }
}
