package io.tokentrail.report;

import io.tokentrail.model.Report;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Puts one text into every text of a report, whatever field it stands in; our own ids stay. */
public final class Poison {

  private static final Pattern OWN_ID = Pattern.compile("[FS]-[0-9a-f]{8}");

  private static final Set<String> OPTION = Reports.sample().parameters().keySet();

  private final UnaryOperator<String> text;
  private final Duration later;

  private Poison(UnaryOperator<String> text, Duration later) {
    this.text = text;
    this.later = later;
  }

  public static Report everywhere(Report report, String text) {
    return (Report)
        new Poison(s -> s.isEmpty() || OWN_ID.matcher(s).matches() ? s : text, Duration.ZERO)
            .of(report);
  }

  /** Each text one of these, equal texts the same one; another number deals them otherwise. */
  public static Report dealt(Report report, List<String> texts, int number) {
    return (Report)
        new Poison(
                s ->
                    s.isEmpty() || OWN_ID.matcher(s).matches()
                        ? s
                        : texts.get(Math.floorMod(s.hashCode() + number, texts.size())),
                Duration.ZERO)
            .of(report);
  }

  /** Every time moved by as much. */
  public static Report shifted(Report report, Duration later) {
    return (Report) new Poison(s -> s, later).of(report);
  }

  private Object of(Object value) {
    if (value instanceof String s) {
      return text.apply(s);
    }
    if (value instanceof Instant at) {
      return at.plus(later);
    }
    if (value instanceof Record r) {
      return record(r);
    }
    if (value instanceof Optional<?> o) {
      return o.map(this::of);
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(e -> all.add(of(e)));
      return all;
    }
    if (value instanceof SortedSet<?> set) {
      TreeSet<Object> all = new TreeSet<>();
      set.forEach(e -> all.add(of(e)));
      return all;
    }
    if (value instanceof Map<?, ?> map) {
      TreeMap<Object, Object> all = new TreeMap<>();
      ((Map<?, ?>) map)
          .forEach(
              (k, v) -> all.put(k instanceof String s && OPTION.contains(s) ? s : of(k), of(v)));
      return map instanceof SortedMap ? all : Map.copyOf(all);
    }
    return value;
  }

  private Object record(Record value) {
    try {
      RecordComponent[] parts = value.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[parts.length];
      Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        parts[i].getAccessor().setAccessible(true);
        values[i] = of(parts[i].getAccessor().invoke(value));
      }
      Constructor<?> maker = value.getClass().getDeclaredConstructor(types);
      maker.setAccessible(true);
      return maker.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(value.getClass().getName(), e);
    }
  }
}
