package io.tokentrail.report.html;

import io.tokentrail.model.Control;
import java.util.ArrayList;
import java.util.List;

/**
 * Section 8: what the input shows about compliance controls.
 *
 * @param rows a control each
 */
public record ControlsView(List<Row> rows) {

  /**
   * A control.
   *
   * @param framework its framework
   * @param id its id
   * @param title its title
   * @param status pass, fail, not assessed, manual, with its sign
   * @param observation what was seen, or what is missing
   * @param findings findings shown
   */
  public record Row(
      String framework,
      String id,
      String title,
      String status,
      String observation,
      List<String> findings) {}

  static ControlsView of(Telling telling) {
    return new ControlsView(
        telling.report.controls().stream()
            .sorted()
            .map(
                c ->
                    new Row(
                        Show.text(c.framework(), 80),
                        Show.text(c.id(), 40),
                        Show.text(c.title(), 200),
                        status(c.status()),
                        Show.text(c.observation(), 500),
                        c.findingIds().stream()
                            .filter(id -> !telling.anchors.link(id).isEmpty())
                            .limit(5)
                            .toList()))
            .toList());
  }

  private static String status(Control.Status status) {
    return switch (status) {
      case PASS -> "✓ pass";
      case FAIL -> "✕ fail";
      case NOT_ASSESSED -> "? not assessed";
      case MANUAL -> "✎ manual";
    };
  }

  /** {@code 8 pass, 5 fail, 2 not assessed}. */
  static String sums(List<Control> controls) {
    List<String> parts = new ArrayList<>();
    for (Control.Status status : Control.Status.values()) {
      long count = controls.stream().filter(c -> c.status() == status).count();
      if (count > 0) {
        parts.add(count + " " + status.code().replace('_', ' '));
      }
    }
    return String.join(", ", parts);
  }
}
