package io.tokentrail.ingest.metric;

import io.tokentrail.ingest.source.Tally;
import io.tokentrail.model.Series;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All export formats; the first one that reads a file's beginning gets it. */
public final class MetricFormats {

  static final List<MetricFormat> ALL =
      List.of(new PrometheusJson(), new DashboardCsv(), new TextExposition());

  private static final int START = 1024;

  private MetricFormats() {}

  /**
   * The series of a file.
   *
   * @param reference the time of samples that nothing dates: neither they nor the file's name
   * @param zone the zone of times that name none
   */
  public static List<Series> read(InputStream unpacked, Tally tally, Instant reference, ZoneId zone)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(unpacked, 1 << 16);
    in.mark(START + 1);
    String start =
        new String(in.readNBytes(START), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    in.reset();
    Samples samples = new Samples(tally.file().path());
    Instant scraped = ScrapeName.of(tally.file().path()).at().orElse(reference);
    for (MetricFormat format : ALL) {
      if (format.reads(start)) {
        format.read(in, tally, samples, scraped, zone);
        break;
      }
    }
    List<Series> series = samples.series();
    for (Series one : series) {
      one.points().forEach(point -> tally.time(point.at()));
    }
    if (samples.dropped() > 0) {
      tally.rejectItem(
          tally.seen() + 1,
          samples.dropped() + " samples of more than " + Samples.MOST_SERIES + " series",
          "");
    }
    return series;
  }

  /** Several scrapes of one server are one series; of samples of one time the first counts. */
  public static List<Series> merged(Collection<Series> parts) {
    Map<String, List<Series>> same = new TreeMap<>();
    parts.stream()
        .sorted()
        .forEach(s -> same.computeIfAbsent(s.name() + s.labels(), k -> new ArrayList<>()).add(s));
    List<Series> all = new ArrayList<>();
    for (List<Series> group : same.values()) {
      Map<Instant, Series.Point> points = new TreeMap<>();
      group.forEach(s -> s.points().forEach(p -> points.putIfAbsent(p.at(), p)));
      Series first = group.get(0);
      all.add(
          new Series(
              first.name(), first.labels(), new ArrayList<>(points.values()), first.place()));
    }
    all.sort(null);
    return all;
  }
}
