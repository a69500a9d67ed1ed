package io.tokentrail.report.facts;

import java.util.function.Function;

/**
 * A column of a table of facts.
 *
 * @param <R> what gives a row
 * @param name its name; that of a CSV's column where it is the same thing
 * @param type what it holds
 * @param meaning what that is, in one sentence
 * @param value the value of a row: null when unknown, else of the type's class
 */
public record Column<R>(String name, Type type, String meaning, Function<R, Object> value) {

  /** What a column holds. */
  public enum Type {
    /** {@link String}. */
    TEXT("string"),
    /** {@link java.util.List} of strings, sorted. */
    TEXTS("array<string>"),
    /** {@link java.time.Instant}, to the microsecond. */
    TIME("timestamp"),
    /** {@link Long}. */
    COUNT("bigint"),
    /** {@link Double}. */
    NUMBER("double"),
    /** {@link Boolean}. */
    FLAG("boolean");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }

    /** The type's name in SQL. */
    public String sql() {
      return sql;
    }
  }
}
