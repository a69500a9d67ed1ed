package io.tokentrail.report.csv;

import io.tokentrail.model.Changes;
import io.tokentrail.model.Edition;
import io.tokentrail.model.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;

/** changes.csv: one row a finding or token of either report, what is new first. */
public final class ChangesTable {

  private static final Comparator<String> ORDER_OF_TELLING =
      Comparator.comparing(code -> Changes.Kind.valueOf(code.toUpperCase(Locale.ROOT)));

  /** A finding or a token. */
  private record Row(
      Changes.Kind kind, Optional<Changes.OfFinding> finding, Optional<Changes.OfToken> token) {

    String told(Function<Edition.Told, String> text, boolean old) {
      return finding.flatMap(f -> old ? f.before() : f.after()).map(text).orElse("");
    }

    String standing(Function<Edition.Standing, String> text, boolean old) {
      return token.flatMap(t -> old ? t.before() : t.after()).map(text).orElse("");
    }

    /** Empty for what is not about it. */
    String latest(
        Function<Edition.Told, String> ofFinding, Function<Edition.Standing, String> ofToken) {
      return finding
          .map(f -> ofFinding.apply(f.latest()))
          .or(() -> token.map(t -> ofToken.apply(t.latest())))
          .orElse("");
    }
  }

  private ChangesTable() {}

  /** The table as a file holds it. */
  public static String text(Changes changes) {
    StringBuilder out = new StringBuilder();
    Table table = of(changes);
    try (CSVPrinter printer = new CSVPrinter(out, CsvFormat.RFC_4180)) {
      printer.printRecord(table.columns());
      printer.printRecords(table.rows());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static Table of(Changes changes) {
    Stream<Row> rows =
        Stream.concat(
            changes.findings().stream()
                .map(f -> new Row(f.kind(), Optional.of(f), Optional.empty())),
            changes.tokens().stream()
                .map(t -> new Row(t.kind(), Optional.empty(), Optional.of(t))));
    return Table.<Row>named("changes")
        .column("change", r -> r.kind().code())
        .column("of", r -> r.finding().isPresent() ? "finding" : "token")
        .column("id", r -> Cell.text(r.latest(Edition.Told::id, t -> "Secret/" + t.key())))
        .column("cause", r -> Cell.text(r.latest(Edition.Told::cause, t -> "")))
        .column("subject", r -> Cell.text(r.latest(Edition.Told::subject, ChangesTable::account)))
        .column("severity_old", r -> r.told(f -> f.severity().code(), true))
        .column("severity_new", r -> r.told(f -> f.severity().code(), false))
        .column("failures_401_old", r -> r.told(f -> Cell.count(f.failures()), true))
        .column("failures_401_new", r -> r.told(f -> Cell.count(f.failures()), false))
        .column("verdict_old", r -> r.standing(t -> t.verdict().code(), true))
        .column("verdict_new", r -> r.standing(t -> t.verdict().code(), false))
        .column("safe_to_delete_old", r -> r.standing(t -> t.safety().code(), true))
        .column("safe_to_delete_new", r -> r.standing(t -> t.safety().code(), false))
        .column("accepted", r -> r.latest(f -> String.valueOf(f.accepted()), t -> ""))
        .column("note", r -> Cell.text(note(r)))
        .by("change", ORDER_OF_TELLING)
        .byText("of")
        .by("severity_new", severities())
        .byText("id")
        .of(rows);
  }

  private static Comparator<String> severities() {
    List<String> codes = Arrays.stream(Severity.values()).map(Severity::code).toList();
    return Comparator.comparing(codes::indexOf);
  }

  private static String account(Edition.Standing token) {
    return token.account().isEmpty() ? "" : token.namespace() + "/" + token.account();
  }

  private static String note(Row row) {
    return row.finding()
        .map(Changes.OfFinding::note)
        .or(() -> row.token().map(Changes.OfToken::note))
        .orElse("");
  }
}
