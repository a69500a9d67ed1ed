package io.tokentrail.report.html;

import io.tokentrail.model.Account;
import io.tokentrail.model.Attributed;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Finding;
import io.tokentrail.model.Lifetime;
import io.tokentrail.model.Mark;
import io.tokentrail.model.Report;
import io.tokentrail.report.Bins;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * 401s of each sender over the rotation of its tokens: one lane a sender, grouped by finding, worst
 * first.
 *
 * @param axis the time axis
 * @param total all 401s in one lane
 * @param lanes the senders
 * @param largest the count that is full height
 * @param root whether heights are square roots
 * @param twin the same as a table: counts a tick
 * @param folded how many senders share the last lane
 * @param windows stretches worth a closer look: {@code title:first column:last column}, by {@code
 *     |}
 */
public record Timeline(
    TimeAxis axis,
    Lane total,
    List<Lane> lanes,
    int largest,
    boolean root,
    TimeTwin twin,
    int folded,
    String windows) {

  /** Most lanes. */
  static final int MOST_LANES = 12;

  private static final String NOISE = "Not token failures";
  private static final int MOST_STRIPS = 3;

  /** A mark this close before a lane's first 401, as a share of the axis, is written out. */
  private static final double JUST_BEFORE = 0.05;

  private static final int BASE = 36;
  private static final double FULL = 34;

  /**
   * One sender.
   *
   * @param group the finding it belongs to, written over its first lane; empty on the others
   * @param link where that finding is told
   * @param title the sender
   * @param detail what else is known of it
   * @param says the picture in one sentence
   * @param path its 401s
   * @param height pixels
   * @param strips rotation of its pods
   * @param onset when its first 401 was; empty where that is at the very left
   * @param onsetX where that is written
   * @param counts 401s a column: {@code NxM} for N columns of M, {@code M} for one
   * @param glyphs what else happened to its account or node
   */
  public record Lane(
      String group,
      String link,
      String title,
      String detail,
      String says,
      String path,
      int height,
      List<TokenStrip> strips,
      String onset,
      String onsetX,
      String counts,
      List<Glyph> glyphs) {}

  /** A lane before it is drawn. */
  record Sender(
      String group, String link, String title, String detail, List<Attributed> failures) {}

  static Timeline of(Telling telling) {
    List<Sender> senders = senders(telling);
    List<Sender> shown = new ArrayList<>(senders);
    int folded = 0;
    if (senders.size() > MOST_LANES) {
      shown = new ArrayList<>(senders.subList(0, MOST_LANES - 1));
      List<Sender> rest = senders.subList(MOST_LANES - 1, senders.size());
      folded = rest.size();
      List<Attributed> sum = rest.stream().flatMap(s -> s.failures().stream()).sorted().toList();
      String title = Words.count(folded, "more sender");
      String detail = Show.count(sum.size()) + " · own scale";
      shown.add(new Sender("", "", title, detail, sum));
    }
    TimeAxis axis = telling.axis;
    int[] peaks =
        senders.stream()
            .limit(folded > 0 ? MOST_LANES - 1 : MOST_LANES)
            .mapToInt(s -> Arrays.stream(axis.bins().count(s.failures())).max().orElse(0))
            .sorted()
            .toArray();
    int largest = peaks.length == 0 ? 1 : peaks[peaks.length - 1];
    boolean root = peaks.length > 1 && largest > 8 * Math.max(1, peaks[peaks.length / 2]);
    StepPath.Scale scale = new StepPath.Scale(largest, FULL, root);
    List<Attributed> all = telling.report.caseFile().failures();
    int[] counts = axis.bins().count(all);
    int most = Arrays.stream(counts).max().orElse(0);
    Lane total =
        new Lane(
            "",
            "",
            "All 401s",
            Show.count(all.size()) + " · up to " + Show.count(most) + " in " + axis.columnWidth(),
            "All " + Words.count(all.size()) + " refused requests over time",
            StepPath.of(counts, BASE, new StepPath.Scale(most, FULL, false)),
            BASE + 2,
            List.of(),
            "",
            "",
            runs(counts),
            List.of());
    List<Lane> lanes = new ArrayList<>();
    String before = "";
    for (Sender sender : shown) {
      boolean rest = folded > 0 && lanes.size() == MOST_LANES - 1;
      int own = Arrays.stream(axis.bins().count(sender.failures())).max().orElse(1);
      StepPath.Scale drawn = rest ? new StepPath.Scale(own, FULL, false) : scale;
      lanes.add(lane(sender, sender.group().equals(before), telling, drawn));
      before = sender.group();
    }
    return new Timeline(
        axis, total, lanes, largest, root, TimeTwin.of(shown, axis), folded, windows(telling));
  }

  /** The whole, the worst finding with a little around it, the end. */
  private static String windows(Telling telling) {
    Bins bins = telling.axis.bins();
    int all = bins.columns();
    List<String> windows = new ArrayList<>();
    windows.add("all " + Words.length(telling.headline.span().length()) + ":0:" + all);
    telling
        .headline
        .worst()
        .ifPresent(
            f -> {
              int from = bins.column(f.diagnosis().firstSeen());
              int to = bins.column(f.diagnosis().lastSeen()) + 1;
              int around = Math.max(2, (to - from) / 4);
              int first = Math.max(0, from - around);
              int last = Math.min(all, to + around);
              if (last - first < all * 2 / 3) {
                windows.add("worst finding:" + first + ":" + last);
              }
            });
    if (all >= 8) {
      windows.add("last quarter:" + all * 3 / 4 + ":" + all);
    }
    return String.join("|", windows);
  }

  private static Lane lane(Sender sender, boolean same, Telling telling, StepPath.Scale scale) {
    TimeAxis axis = telling.axis;
    List<TokenStrip> strips = strips(sender, telling);
    List<Glyph> glyphs = Glyph.of(marks(sender, telling), telling);
    String from = sender.failures().isEmpty() ? "" : times(sender.failures(), telling);
    return new Lane(
        same ? "" : sender.group(),
        sender.link(),
        sender.title(),
        sender.detail(),
        sender.title() + ": " + Words.count(sender.failures().size(), "refused request") + from,
        StepPath.of(axis.bins().count(sender.failures()), BASE, scale),
        BASE + 4 + strips.size() * TokenStrip.HEIGHT,
        strips,
        onset(sender, glyphs, telling),
        sender.failures().isEmpty() ? "" : axis.x(sender.failures().get(0).failure().receivedAt()),
        runs(axis.bins().count(sender.failures())),
        glyphs);
  }

  /** Marks of the lane's accounts, and of its node where no account is known. */
  private static List<Mark> marks(Sender sender, Telling telling) {
    if (sender.group().isEmpty() || sender.group().equals(NOISE)) {
      return List.of();
    }
    Set<Account> accounts = new HashSet<>();
    Set<String> nodes = new HashSet<>();
    for (Attributed a : sender.failures()) {
      a.sender().account().ifPresentOrElse(accounts::add, () -> nodes.add(a.sender().node()));
    }
    nodes.remove("");
    return telling.report.marks().stream()
        .filter(m -> m.account().filter(accounts::contains).isPresent() || nodes.contains(m.node()))
        .toList();
  }

  private static String runs(int[] counts) {
    StringBuilder runs = new StringBuilder();
    int at = 0;
    while (at < counts.length) {
      int end = at;
      while (end < counts.length && counts[end] == counts[at]) {
        end++;
      }
      runs.append(runs.isEmpty() ? "" : " ");
      runs.append(end - at == 1 ? "" : (end - at) + "x").append(counts[at]);
      at = end;
    }
    return runs.toString();
  }

  /** When the first column begins, in milliseconds since 1970. */
  public long fromMillis() {
    return axis.bins().from().toEpochMilli();
  }

  /** How many milliseconds a column is. */
  public long stepMillis() {
    return axis.bins().width().toMillis();
  }

  /** Written left of the first 401, where there is room: when, and what happened just before. */
  private static String onset(Sender sender, List<Glyph> glyphs, Telling telling) {
    if (sender.failures().isEmpty() || sender.group().equals(NOISE)) {
      return "";
    }
    Instant first = sender.failures().get(0).failure().receivedAt();
    double share = telling.axis.share(first);
    boolean days = Words.needsDay(telling.headline.span());
    String at = Words.moment(first, telling.headline.span());
    Optional<Mark> before =
        glyphs.isEmpty() || share < (days ? 0.5 : 0.3)
            ? Optional.empty()
            : marks(sender, telling).stream()
                .filter(m -> !m.at().isAfter(first))
                .filter(m -> share - telling.axis.share(m.at()) < JUST_BEFORE)
                .reduce((a, b) -> b);
    return share <= (days ? 0.25 : 0.1)
        ? ""
        : before
            .map(
                m ->
                    m.kind().code()
                        + " "
                        + Words.moment(m.at(), telling.headline.span())
                        + ", 401s from "
                        + at)
            .orElse(at);
  }

  private static String times(List<Attributed> failures, Telling telling) {
    return ", "
        + Words.moment(failures.get(0).failure().receivedAt(), telling.headline.span())
        + " to "
        + Words.moment(
            failures.get(failures.size() - 1).failure().receivedAt(), telling.headline.span())
        + " UTC";
  }

  /** Strips of the pods that were refused most. */
  private static List<TokenStrip> strips(Sender sender, Telling telling) {
    Map<String, Integer> pods = new TreeMap<>();
    Map<String, Account> accounts = new TreeMap<>();
    for (Attributed a : sender.failures()) {
      a.sender()
          .account()
          .ifPresent(
              account -> {
                String key = account + "/" + a.sender().pod();
                pods.merge(key, 1, Integer::sum);
                accounts.put(key, account);
              });
    }
    List<TokenStrip> strips = new ArrayList<>();
    pods.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_STRIPS)
        .forEach(
            e -> {
              Account account = accounts.get(e.getKey());
              String pod = e.getKey().substring(account.toString().length() + 1);
              List<Lifetime> lives =
                  telling.report.caseFile().lifetimes().stream()
                      .filter(l -> l.account().equals(account) && l.pod().equals(pod))
                      .toList();
              if (lives.stream().anyMatch(l -> l.refreshDue().isPresent())) {
                strips.add(
                    TokenStrip.of(
                        lives, telling.axis, BASE + 5 + strips.size() * TokenStrip.HEIGHT));
              }
            });
    return List.copyOf(strips);
  }

  private static List<Sender> senders(Telling telling) {
    Report report = telling.report;
    List<Sender> senders = new ArrayList<>();
    List<Attributed> noise = new ArrayList<>();
    int number = 0;
    for (Finding finding : report.findings().stream().sorted().toList()) {
      CauseCode cause = finding.diagnosis().cause();
      if (finding.diagnosis().explains().isEmpty()) {
        continue;
      }
      if (CauseWords.noTokenFailure(cause)) {
        noise.addAll(finding.diagnosis().explains());
        continue;
      }
      number++;
      String group = number + " " + CauseWords.title(cause);
      senders.addAll(
          split(group, telling.anchors.link(finding.id()), finding.diagnosis().explains()));
    }
    List<Attributed> open =
        report.caseFile().failures().stream()
            .filter(a -> telling.links.finding(a.failure()).isEmpty())
            .toList();
    senders.addAll(split("In no finding", "", open));
    if (!noise.isEmpty()) {
      senders.add(
          new Sender(
              NOISE,
              "",
              "proxied, or without credentials",
              Show.count(noise.size()),
              noise.stream().sorted().toList()));
    }
    return senders;
  }

  private static List<Sender> split(String group, String link, List<Attributed> failures) {
    Map<String, List<Attributed>> by = new LinkedHashMap<>();
    failures.stream()
        .sorted()
        .forEach(a -> by.computeIfAbsent(key(a), k -> new ArrayList<>()).add(a));
    return by.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, List<Attributed>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .map(
            e ->
                new Sender(
                    group,
                    link,
                    Words.cutMiddle(Show.text(e.getKey(), 200), 44),
                    detail(e.getValue()),
                    e.getValue()))
        .toList();
  }

  /** The account, else the node, else the address. */
  private static String key(Attributed a) {
    String address = a.failure().client().sourceIp();
    return a.sender()
        .account()
        .map(Account::toString)
        .orElse(
            !a.sender().node().isEmpty()
                ? "node " + a.sender().node()
                : address.isEmpty() ? "unknown sender" : address);
  }

  private static String detail(List<Attributed> failures) {
    long pods =
        failures.stream().map(a -> a.sender().pod()).filter(p -> !p.isEmpty()).distinct().count();
    return Show.count(failures.size()) + (pods > 0 ? " · " + Words.count(pods, "pod") : "");
  }
}
