package io.tokentrail.ingest.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Valid audit events of every shape: any key order, escapes, white space, repeated keys, nesting.
 */
final class RandomEvents {

  private static final String[] TEXTS = {
    "",
    "a",
    "get",
    "watch",
    "ResponseComplete",
    "system:serviceaccount:shop:cart",
    "10.244.1.17",
    "/api/v1/pods?limit=500&resourceVersion=0",
    "grün",
    "日本",
    "\uD83D\uDE00",
    "tab\tquote\"back\\slash/",
    "<b>",
    "JTI=2f6a9f5e-1b1c-4d7e-9c47-000000000001",
    "seventeen letters",
    "line\nfeed",
    "{\"kind\":\"Event\"",
    "\u0001"
  };

  private final Random random;

  /** Whether also what is valid and yet never written by an API server occurs. */
  private final boolean wild;

  RandomEvents(long seed) {
    random = new Random(seed);
    wild = random.nextInt(3) == 0;
  }

  String event() {
    List<String> members = new ArrayList<>();
    members.add(member("kind", () -> "\"Event\""));
    members.add(member("auditID", () -> "\"" + random.nextInt() + "\""));
    for (String key : List.of("apiVersion", "level", "stage", "requestURI", "verb", "userAgent")) {
      maybe(members, key, this::text);
    }
    maybe(members, "user", this::user);
    maybe(members, "impersonatedUser", this::user);
    maybe(members, "sourceIPs", this::texts);
    maybe(members, "objectRef", this::objectRef);
    maybe(members, "responseStatus", this::status);
    maybe(members, "requestObject", () -> value(0));
    maybe(members, "responseObject", () -> value(0));
    maybe(members, "requestReceivedTimestamp", this::time);
    maybe(members, "stageTimestamp", this::time);
    maybe(members, "annotations", this::annotations);
    maybe(members, "somethingNew", () -> value(0));
    if (wild && random.nextInt(8) == 0) {
      members.add(member("verb", this::text));
    }
    if (wild && random.nextInt(8) == 0) {
      members.add(member("user", this::user));
    }
    return object(members);
  }

  private void maybe(List<String> members, String key, Supplier<String> value) {
    if (random.nextInt(10) != 0) {
      members.add(member(key, wild && random.nextInt(60) == 0 ? () -> value(1) : value));
    }
  }

  private String member(String key, Supplier<String> value) {
    String name = wild && random.nextInt(50) == 0 ? escaped(key) : key;
    return "\"" + name + "\"" + space() + ":" + space() + value.get();
  }

  private String object(List<String> members) {
    if (random.nextInt(3) == 0) {
      Collections.shuffle(members, random);
    }
    return "{" + space() + String.join(space() + "," + space(), members) + space() + "}";
  }

  private String space() {
    return wild && random.nextInt(400) == 0 ? " \t" : "";
  }

  private String user() {
    List<String> members = new ArrayList<>();
    maybe(members, "username", this::text);
    maybe(members, "uid", this::text);
    maybe(members, "groups", this::texts);
    maybe(
        members,
        "extra",
        () -> {
          List<String> extra = new ArrayList<>();
          for (String key :
              List.of("credential-id", "node-name", "node-uid", "pod-name", "pod-uid")) {
            maybe(extra, "authentication.kubernetes.io/" + key, this::texts);
          }
          maybe(extra, "example.net/other", this::texts);
          return object(extra);
        });
    return object(members);
  }

  private String objectRef() {
    List<String> members = new ArrayList<>();
    for (String key :
        List.of(
            "resource",
            "namespace",
            "name",
            "uid",
            "apiGroup",
            "apiVersion",
            "resourceVersion",
            "subresource")) {
      maybe(members, key, this::text);
    }
    return object(members);
  }

  private String status() {
    List<String> members = new ArrayList<>();
    maybe(members, "metadata", () -> "{}");
    maybe(members, "status", this::text);
    maybe(members, "message", this::text);
    maybe(members, "reason", this::text);
    maybe(
        members,
        "details",
        () -> {
          List<String> details = new ArrayList<>();
          maybe(details, "name", this::text);
          maybe(details, "uid", this::text);
          maybe(details, "causes", () -> value(0));
          return object(details);
        });
    maybe(
        members,
        "code",
        () ->
            List.of("200", "401", "\"404\"", "0", "4e2", "null").get(random.nextInt(wild ? 6 : 2)));
    return object(members);
  }

  private String annotations() {
    List<String> members = new ArrayList<>();
    for (String key :
        List.of(
            "authorization.k8s.io/decision",
            "authentication.k8s.io/stale-token",
            "authentication.k8s.io/legacy-token",
            "authentication.k8s.io/legacy-token-manual-secret",
            "authentication.k8s.io/legacy-token-autogenerated-secret",
            "authentication.kubernetes.io/issued-credential-id",
            "example.net/note")) {
      if (random.nextInt(3) == 0) {
        maybe(members, key, this::text);
      }
    }
    return object(members);
  }

  private String time() {
    return switch (wild ? random.nextInt(9) : 1 + random.nextInt(8)) {
      case 0 -> "null";
      case 1 -> "\"2026-02-30T25:00:00Z\"";
      case 2 -> "\"2026-05-04T11:12:33.120345+02:00\"";
      case 3 -> "\"2026-12-31T23:59:59Z\"";
      default ->
          String.format(
              "\"2026-%02d-%02dT%02d:%02d:%02d.%06dZ\"",
              1 + random.nextInt(12),
              1 + random.nextInt(31),
              random.nextInt(24),
              random.nextInt(60),
              random.nextInt(60),
              random.nextInt(1_000_000));
    };
  }

  private String texts() {
    List<String> all = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      all.add(text());
    }
    if (wild && random.nextInt(30) == 0) {
      all.clear();
    }
    return "[" + String.join(",", all) + "]";
  }

  private String text() {
    return wild && random.nextInt(100) == 0 ? "null" : quoted(TEXTS[random.nextInt(TEXTS.length)]);
  }

  private String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean must = c < ' ' || c == '"' || c == '\\';
      if (must || c == '&' || c == '<' || random.nextInt(200) == 0) {
        out.append(c == '"' || c == '\\' ? "\\" + c : String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static String escaped(String key) {
    return String.format("\\u%04X", (int) key.charAt(0)) + key.substring(1);
  }

  private String value(int depth) {
    int kind = random.nextInt(depth > 4 ? 4 : 6);
    return switch (kind) {
      case 0 -> text();
      case 1 -> Integer.toString(random.nextInt(2000) - 1000);
      case 2 -> List.of("true", "false", "null", "1.5e-3").get(random.nextInt(4));
      case 3 -> random.nextBoolean() ? "{}" : "[]";
      case 4 -> {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          members.add(quoted("k" + i) + ":" + value(depth + 1));
        }
        yield object(members);
      }
      default -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
    };
  }
}
