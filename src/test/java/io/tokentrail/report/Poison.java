package io.tokentrail.report;

import io.tokentrail.model.Report;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts one text into every text of a report, whatever field it stands in. */
final class Poison {

  private final String text;

  private Poison(String text) {
    this.text = text;
  }

  static Report everywhere(Report report, String text) {
    return (Report) new Poison(text).of(report);
  }

  private Object of(Object value) {
    if (value instanceof String s) {
      return s.isEmpty() ? s : text;
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
      ((Map<?, ?>) map).forEach((k, v) -> all.put(of(k), of(v)));
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
