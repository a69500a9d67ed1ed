package io.tokentrail.report.html;

import io.tokentrail.model.Attributed;
import io.tokentrail.model.CauseCode;
import io.tokentrail.model.Control;
import io.tokentrail.model.Diagnosis;
import io.tokentrail.model.Finding;
import io.tokentrail.model.LegacyToken;
import io.tokentrail.model.Report;
import io.tokentrail.model.Severity;
import io.tokentrail.report.CauseWords;
import io.tokentrail.report.Outcome;
import io.tokentrail.report.Step;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Section 1: what happened, what to do now, where the 401s come from.
 *
 * @param worst the worst finding's severity; empty without findings
 * @param alarming whether it is written in the colour of refusals
 * @param status what is said beside it
 * @param sentence the headline
 * @param lead two or three sentences that explain it
 * @param leadLink where it is told in full; empty without
 * @param steps what to do, most urgent first
 * @param columns columns of the outline
 * @param overview all 401s as one outline, 40 pixels high
 * @param overviewSays the outline in words
 * @param from the outline's first moment
 * @param to its last
 * @param peak its largest column in words
 * @param shares where the 401s come from
 * @param glance four facts with links
 */
public record VerdictView(
    String worst,
    boolean alarming,
    String status,
    String sentence,
    String lead,
    String leadLink,
    List<Advice> steps,
    int columns,
    String overview,
    String overviewSays,
    String from,
    String to,
    String peak,
    List<Share> shares,
    List<Glance> glance) {

  /** The headline's words, each kept on one line. */
  public List<String> words() {
    return List.of(sentence.split(" ", -1));
  }

  private static final int MOST_STEPS = 3;
  private static final int MOST_SHARES = 8;
  private static final double BAR = 90;

  /**
   * A step.
   *
   * @param title what is wrong
   * @param words what to do, or what the command does; may be empty
   * @param command the command that does it; empty without
   * @param note what the command shows or risks; may be empty
   * @param link where its reason stands
   */
  public record Advice(String title, String words, String command, String note, String link) {}

  /**
   * A row of "where they come from".
   *
   * @param code the cause's code, or a phrase
   * @param link the finding
   * @param about its subject
   * @param times from when to when; empty when not one finding's
   * @param count its 401s
   * @param percent of all
   * @param bar pixels
   * @param quiet whether its 401s are no failing token
   * @param confidence two digits
   */
  public record Share(
      String code,
      String link,
      String about,
      String times,
      String count,
      String percent,
      String bar,
      boolean quiet,
      String confidence) {}

  /**
   * A fact of the strip below.
   *
   * @param title what
   * @param text how many
   * @param link where
   */
  public record Glance(String title, String text, String link) {}

  static VerdictView of(Telling telling) {
    Report report = telling.report;
    List<Attributed> all = report.caseFile().failures();
    int[] counts = telling.axis.bins().count(all);
    int most = Arrays.stream(counts).max().orElse(0);
    String worst =
        telling
            .headline
            .worst()
            .map(f -> Show.glyph(f.diagnosis().severity()) + " " + f.diagnosis().severity().code())
            .orElse("");
    return new VerdictView(
        worst,
        telling
            .headline
            .worst()
            .filter(f -> f.diagnosis().severity().compareTo(Severity.HIGH) <= 0)
            .isPresent(),
        status(telling),
        telling.headline.sentence(),
        lead(telling),
        telling.headline.worst().map(f -> telling.anchors.link(f.id())).orElse(""),
        steps(telling),
        telling.axis.bins().columns(),
        StepPath.of(counts, 39, new StepPath.Scale(most, 36, false)),
        Words.count(all.size(), "refused request")
            + " over "
            + Words.length(telling.headline.span().length())
            + ", at most "
            + Words.count(most)
            + " in "
            + telling.axis.columnWidth(),
        Words.day(telling.headline.span().from())
            + " "
            + Words.clock(telling.headline.span().from()),
        Words.day(telling.headline.span().to()) + " " + Words.clock(telling.headline.span().to()),
        "401s in " + telling.axis.columnWidth() + ", up to " + Show.count(most),
        shares(telling),
        glance(telling));
  }

  private static String status(Telling telling) {
    return telling
        .headline
        .worst()
        .map(
            f ->
                (telling.headline.still(f) && !f.diagnosis().explains().isEmpty()
                        ? "still failing when the log ends, "
                            + Words.clock(telling.headline.span().to())
                            + " UTC · "
                        : "")
                    + confidence(f))
        .orElse("");
  }

  private static String confidence(Finding finding) {
    String confidence = CauseWords.confidence(finding.diagnosis());
    return confidence.isEmpty() ? "no cause fits" : "confidence " + confidence;
  }

  private static String lead(Telling telling) {
    Report report = telling.report;
    long all = telling.failures();
    StringBuilder lead = new StringBuilder();
    telling
        .headline
        .worst()
        .ifPresent(
            f -> {
              lead.append(Show.text(f.diagnosis().summary(), 600));
              int own = f.diagnosis().explains().size();
              if (own > 0) {
                lead.append(" That is ").append(Show.count(own)).append(" of ");
                lead.append(Show.count(all, "refused request")).append('.');
              }
              String others = others(telling, f);
              if (!others.isEmpty()) {
                lead.append(" Separate from it: ").append(others).append('.');
              }
            });
    if (lead.length() == 0) {
      long unchecked =
          report.verdicts().values().stream()
              .filter(v -> v.<Boolean>fold(a -> false, b -> false, c -> true))
              .count();
      lead.append(Show.count(report.verdicts().size(), "cause")).append(" were looked for");
      lead.append(
          unchecked == 0
              ? ", and none was found."
              : ", none was found, and "
                  + unchecked
                  + " could not be checked: section 2 says what is missing.");
    }
    return lead.toString();
  }

  private static String others(Telling telling, Finding worst) {
    List<Finding> others =
        telling.report.findings().stream()
            .sorted()
            .filter(f -> !f.id().equals(worst.id()) && !f.diagnosis().explains().isEmpty())
            .filter(f -> !CauseWords.noTokenFailure(f.diagnosis().cause()))
            .filter(f -> f.diagnosis().cause() != CauseCode.UNEXPLAINED)
            .limit(3)
            .toList();
    Map<String, List<String>> whose = new LinkedHashMap<>();
    others.forEach(
        f ->
            whose
                .computeIfAbsent(
                    lower(CauseWords.title(f.diagnosis().cause())), t -> new ArrayList<>())
                .add(subject(f)));
    return whose.entrySet().stream()
        .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
        .collect(Collectors.joining("; "));
  }

  private static String lower(String title) {
    boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
    return acronym ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }

  static String subject(Finding finding) {
    return Words.cutMiddle(Show.text(Words.subject(finding.diagnosis().subject()), 200), 60);
  }

  /** The first step of each of the worst findings; failures before what can wait. */
  private static List<Advice> steps(Telling telling) {
    List<Finding> order =
        telling.report.findings().stream()
            .sorted(
                Comparator.comparing((Finding f) -> !tokenFailure(f.diagnosis().cause()))
                    .thenComparing(f -> f))
            .toList();
    List<Advice> steps = new ArrayList<>();
    Set<String> said = new LinkedHashSet<>();
    for (Finding finding : order) {
      Diagnosis d = finding.diagnosis();
      if (steps.size() == MOST_STEPS || d.remedy().isEmpty()) {
        continue;
      }
      List<Step> all = d.remedy().stream().map(Step::of).toList();
      Step first = all.stream().filter(s -> !s.command().isEmpty()).findFirst().orElse(all.get(0));
      if (said.add(d.cause().failure() ? first.words() + first.command() : d.cause().name())) {
        steps.add(
            new Advice(
                CauseWords.title(d.cause()) + ": " + subject(finding),
                Show.capital(Show.text(first.words(), 300)),
                first.command(),
                Show.capital(Show.text(first.note(), 300)),
                telling.anchors.link(finding.id())));
      }
    }
    return List.copyOf(steps);
  }

  private static boolean tokenFailure(CauseCode cause) {
    return cause.failure() && !CauseWords.noTokenFailure(cause);
  }

  private static List<Share> shares(Telling telling) {
    double all = Math.max(1, telling.failures());
    List<Finding> explaining =
        telling.report.findings().stream()
            .filter(f -> !f.diagnosis().explains().isEmpty())
            .sorted(
                Comparator.comparing(
                        (Finding f) -> CauseWords.noTokenFailure(f.diagnosis().cause()))
                    .thenComparing(f -> -f.diagnosis().explains().size())
                    .thenComparing(Finding::id))
            .toList();
    double largest =
        explaining.stream().mapToInt(f -> f.diagnosis().explains().size()).max().orElse(1);
    List<Share> shares = new ArrayList<>();
    int told = 0;
    for (Finding f : explaining.stream().limit(MOST_SHARES).toList()) {
      int own = f.diagnosis().explains().size();
      told += own;
      shares.add(
          new Share(
              f.diagnosis().cause().name(),
              telling.anchors.link(f.id()),
              subject(f),
              telling.headline.times(f),
              Show.count(own),
              Show.percent(own / all),
              Show.fixed(Math.max(1, BAR * own / largest)),
              CauseWords.noTokenFailure(f.diagnosis().cause())
                  || f.diagnosis().cause() == CauseCode.UNEXPLAINED,
              CauseWords.confidence(f.diagnosis())));
    }
    long rest = telling.failures() - told;
    if (rest > 0) {
      int more = explaining.size() - shares.size();
      shares.add(
          new Share(
              more > 0 ? "the rest" : "no finding",
              "",
              more > 0 ? Words.count(more, "more finding") + ", or none" : "",
              "",
              Show.count(rest),
              Show.percent(rest / all),
              Show.fixed(Math.max(1, Math.min(BAR, BAR * rest / largest))),
              true,
              ""));
    }
    return List.copyOf(shares);
  }

  private static List<Glance> glance(Telling telling) {
    Report report = telling.report;
    List<Glance> glance = new ArrayList<>();
    glance.add(
        new Glance(
            "Read",
            Show.count(report.caseFile().facts().audit().events(), "event")
                + report
                    .coverage()
                    .map(c -> ", coverage " + Words.coverage(c).replace(' ', '\u00a0'))
                    .orElse(""),
            "#coverage"));
    Map<CauseCode, Outcome> outcomes = Outcome.all(report);
    glance.add(
        new Glance(
            Show.count(outcomes.size(), "cause") + " looked for",
            Outcome.count(outcomes, Outcome.Kind.FOUND)
                + " found, "
                + Outcome.count(outcomes, Outcome.Kind.CLEAR)
                + " clear, "
                + Outcome.count(outcomes, Outcome.Kind.NOT_CHECKED)
                + " not checked",
            "#clear"));
    List<LegacyToken> tokens = report.caseFile().inventory().legacyTokens();
    glance.add(
        new Glance(
            Show.count(tokens.size(), "legacy token"),
            tokens.isEmpty()
                ? "none listed"
                : LegacyView.count(tokens, LegacyToken.Safety.YES)
                    + " safe to delete, "
                    + LegacyView.count(tokens, LegacyToken.Safety.NO)
                    + " not, "
                    + LegacyView.count(tokens, LegacyToken.Safety.UNKNOWN)
                    + " unknown",
            "#legacy"));
    List<Control> controls = report.controls();
    glance.add(
        new Glance(
            Show.count(controls.size(), "control"),
            controls.isEmpty() ? "none assessed" : ControlsView.sums(controls),
            "#controls"));
    return List.copyOf(glance);
  }
}
