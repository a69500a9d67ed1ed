package io.tokentrail.ingest.metric;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scrape's file name tells, as in {@code k8s-cp-1-20261126T112630Z.txt.gz}.
 *
 * @param server the server's name; empty when the name is a general one
 * @param at when it was scraped, in UTC
 */
record ScrapeName(String server, Optional<Instant> at) {

  private static final Pattern STAMP =
      Pattern.compile(
          "(\\d{4})-?(\\d\\d)-?(\\d\\d)[T_-](\\d\\d)[:-]?(\\d\\d)[:-]?(\\d\\d)(?:[.,]\\d+)?Z?");

  private static final Pattern ENDING =
      Pattern.compile("(?:\\.(?:txt|prom|metrics|log|out|gz|zst|bz2|xz|lz4))+$");

  private static final Pattern GENERAL =
      Pattern.compile("(?:(?:kube-)?(?:apiserver|metrics|scrape|kubelet|raw|prometheus)[-_.]?)+");

  /** Behind the time: which of several readings it is, as our own collector's last one says. */
  private static final Pattern READING =
      Pattern.compile("^[-_.](?:start|begin|end|before|after|first|last|\\d{1,2})$");

  static ScrapeName of(String path) {
    String name = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("");
    Matcher stamp = STAMP.matcher(name);
    Optional<Instant> at = Optional.empty();
    if (stamp.find()) {
      at = time(stamp);
      String behind = READING.matcher(name.substring(stamp.end())).replaceAll("");
      name = name.substring(0, stamp.start()) + behind;
    }
    String plain = name.replaceAll("^[-_.]+|[-_.]+$", "");
    Matcher general = GENERAL.matcher(plain);
    String server = general.lookingAt() ? plain.substring(general.end()) : plain;
    return new ScrapeName(server, at);
  }

  private static Optional<Instant> time(Matcher m) {
    try {
      return Optional.of(
          LocalDateTime.of(number(m, 1), number(m, 2), number(m, 3), number(m, 4), number(m, 5))
              .plusSeconds(number(m, 6))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
