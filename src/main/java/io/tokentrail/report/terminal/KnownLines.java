package io.tokentrail.report.terminal;

import io.tokentrail.model.Changes;
import io.tokentrail.model.Changes.Kind;
import io.tokentrail.model.Exemptions;
import io.tokentrail.model.Exemptions.Status;
import io.tokentrail.model.Report;
import io.tokentrail.report.Words;
import java.util.ArrayList;
import java.util.List;

/** What is known already, in the lines of a summary: exceptions, and changes since last time. */
final class KnownLines {

  private static final int MOST = 3;

  private KnownLines() {}

  /** The lines with an empty one after them; empty when neither was given. */
  static String of(Report report, Screen screen, int margin) {
    StringBuilder out = new StringBuilder();
    report.since().ifPresent(s -> out.append(since(s, screen, margin)));
    if (report.exemptions().given()) {
      out.append(exceptions(report, screen, margin));
    }
    return out.isEmpty() ? "" : out.append('\n').toString();
  }

  private static String since(Changes changes, Screen screen, int margin) {
    List<String> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind != Kind.SAME && changes.findings(kind) > 0) {
        parts.add(Words.count(changes.findings(kind)) + " " + kind.words());
      }
    }
    String findings =
        parts.isEmpty() ? "no finding changed" : "findings " + String.join(", ", parts);
    long worse = changes.tokens(Kind.NEW) + changes.tokens(Kind.WORSE);
    String tokens =
        worse == 0 ? "" : screen.between() + Words.count(worse) + " new or worse tokens";
    return Lines.labelled(
        "Since",
        margin,
        screen.safe(changes.before().name()) + ": " + findings + tokens,
        screen.width());
  }

  private static String exceptions(Report report, Screen screen, int margin) {
    Exemptions all = report.exemptions();
    long accepted = report.findings().stream().filter(f -> all.accepting(f).isPresent()).count();
    StringBuilder out = new StringBuilder();
    out.append(
        Lines.labelled(
            "Accepted",
            margin,
            String.join(
                screen.between(),
                Words.count(accepted, "finding"),
                Words.count(all.all().size(), "exception"),
                Words.count(all.count(Status.EXPIRED)) + " expired",
                Words.count(all.count(Status.UNUSED)) + " unused"),
            screen.width()));
    List<Exemptions.Judged> attention =
        all.all().stream().filter(j -> j.status() != Status.USED).toList();
    attention.stream()
        .limit(MOST)
        .forEach(
            j ->
                out.append(
                    Lines.labelled(
                        "",
                        margin + 2,
                        screen.safe(
                            j.status().code()
                                + (j.status() == Status.EXPIRED
                                    ? " on " + j.exemption().expires()
                                    : "")
                                + ": "
                                + j.exemption().selects()
                                + ", "
                                + j.exemption().owner()
                                + (j.note().isEmpty() ? "" : " (" + j.note() + ")")),
                        screen.width())));
    if (attention.size() > MOST) {
      out.append(
          Lines.labelled(
              "",
              margin + 2,
              "and " + Words.count(attention.size() - MOST) + " more in csv/exceptions.csv",
              screen.width()));
    }
    return out.toString();
  }
}
