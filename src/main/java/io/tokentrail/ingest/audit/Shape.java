package io.tokentrail.ingest.audit;

import java.util.ArrayList;
import java.util.List;

/** The keys of one kind of JSON object in the order in which API servers write them. */
final class Shape {

  /** What is done with a key's value. */
  static final int SKIP = 0;

  static final int TEXT = 1;
  static final int LIST = 2;
  static final int OBJECT = 3;
  static final int BODY = 4;
  static final int CODE = 5;
  static final int RECEIVED = 6;
  static final int ANSWERED = 7;
  static final int KIND = 8;
  static final int USER = 9;

  final Key[] keys;
  final int[] actions;
  final int[] fields;
  final Shape[] shapes;

  private Shape(List<Member> members) {
    int count = members.size();
    keys = new Key[count];
    actions = new int[count];
    fields = new int[count];
    shapes = new Shape[count];
    for (int i = 0; i < count; i++) {
      Member m = members.get(i);
      keys[i] = new Key(m.key());
      actions[i] = m.action();
      fields[i] = m.field();
      shapes[i] = m.shape();
    }
  }

  private record Member(String key, int action, int field, Shape shape) {}

  static Builder of() {
    return new Builder();
  }

  /** Lists keys. */
  static final class Builder {

    private final List<Member> members = new ArrayList<>();

    Builder skip(String... keys) {
      for (String key : keys) {
        members.add(new Member(key, SKIP, 0, null));
      }
      return this;
    }

    Builder text(String key, int field) {
      members.add(new Member(key, TEXT, field, null));
      return this;
    }

    Builder last(String key, int field) {
      members.add(new Member(key, LIST, field, null));
      return this;
    }

    Builder body(String key, int field) {
      members.add(new Member(key, BODY, field, null));
      return this;
    }

    Builder object(String key, Shape shape) {
      members.add(new Member(key, OBJECT, 0, shape));
      return this;
    }

    Builder user(String key, Shape shape) {
      members.add(new Member(key, USER, 0, shape));
      return this;
    }

    Builder special(String key, int action) {
      members.add(new Member(key, action, 0, null));
      return this;
    }

    Shape end() {
      return new Shape(members);
    }
  }
}
