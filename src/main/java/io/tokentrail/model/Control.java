package io.tokentrail.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the input shows about one compliance control: a row of controls.csv. Evidence, not a
 * statement of compliance.
 *
 * @param framework the framework with its version
 * @param id the control's id
 * @param title its title
 * @param status what follows
 * @param observation what was seen, or what is missing
 * @param findingIds findings that bear on it
 * @param evidence where that stands
 */
public record Control(
    String framework,
    String id,
    String title,
    Status status,
    String observation,
    List<String> findingIds,
    List<Evidence> evidence)
    implements Comparable<Control> {

  private static final Comparator<Control> ORDER =
      Comparator.comparing(Control::framework).thenComparing(Control::id);

  /** What follows. */
  public enum Status {
    PASS,
    FAIL,
    NOT_ASSESSED,
    MANUAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Control {
    findingIds = findingIds.stream().sorted().distinct().toList();
    evidence = List.copyOf(evidence);
  }

  @Override
  public int compareTo(Control other) {
    return ORDER.compare(this, other);
  }
}
