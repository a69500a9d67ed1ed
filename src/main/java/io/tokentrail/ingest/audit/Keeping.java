package io.tokentrail.ingest.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokentrail.ingest.source.Masking;
import io.tokentrail.model.Client;
import io.tokentrail.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which events are kept one by one, and what of them. */
final class Keeping {

  private static final byte[] CREATE = "create".getBytes(UTF_8);
  private static final byte[] UPDATE = "update".getBytes(UTF_8);
  private static final byte[] PATCH = "patch".getBytes(UTF_8);
  private static final byte[] GET = "get".getBytes(UTF_8);
  private static final byte[] LIST = "list".getBytes(UTF_8);
  private static final byte[] DELETE = "delete".getBytes(UTF_8);
  private static final byte[] API_SERVER = "system:apiserver".getBytes(UTF_8);
  private static final byte[] PODS = "pods".getBytes(UTF_8);
  private static final byte[] STATUS = "status".getBytes(UTF_8);
  private static final byte[] TOKEN = "token".getBytes(UTF_8);
  private static final byte[] ACCOUNTS = "serviceaccounts".getBytes(UTF_8);
  private static final byte[] REVIEWS = "tokenreviews".getBytes(UTF_8);
  private static final byte[] CONFIG_MAPS = "configmaps".getBytes(UTF_8);

  /** Where the API server notes since when it tracks the use of Secret-based tokens. */
  private static final byte[] TRACKING =
      "kube-apiserver-legacy-service-account-token-tracking".getBytes(UTF_8);

  /** What the authenticator looks up (tokengetter.go). */
  private static final byte[][] LOOKED_UP = all("serviceaccounts", "secrets", "pods", "nodes");

  private static final byte[][] CHANGED =
      all(
          "pods",
          "secrets",
          "serviceaccounts",
          "nodes",
          "deployments",
          "daemonsets",
          "statefulsets",
          "replicasets",
          "jobs",
          "cronjobs",
          "csidrivers");

  /** Sub-resources that change the object or its fate, not its reported status. */
  private static final byte[][] CHANGING = all("binding", "eviction", "scale");

  private static final Pattern ATTEMPTED =
      Pattern.compile("\\b(basic|bearer|access_token|x509)\\b");

  private Keeping() {}

  private static byte[][] all(String... texts) {
    byte[][] bytes = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      bytes[i] = texts[i].getBytes(UTF_8);
    }
    return bytes;
  }

  private static boolean any(AuditEvent e, int field, byte[][] texts) {
    for (byte[] text : texts) {
      if (e.is(field, text)) {
        return true;
      }
    }
    return false;
  }

  /** What the event is kept as; null for a plain line. */
  static Kept.Kind kind(AuditEvent e) {
    if (e.code == 401) {
      return Kept.Kind.FAILURE;
    }
    if (e.code == 0 || !e.has(AuditEvent.RESOURCE) || !e.has(AuditEvent.USERNAME)) {
      return null;
    }
    if (e.is(AuditEvent.VERB, GET)) {
      if (e.code == 404
          && e.is(AuditEvent.USERNAME, API_SERVER)
          && !e.has(AuditEvent.SUBRESOURCE)
          && any(e, AuditEvent.RESOURCE, LOOKED_UP)) {
        return Kept.Kind.LOOK_UP;
      }
      return Waiting.reads(e) ? Kept.Kind.READ : null;
    }
    if (e.is(AuditEvent.VERB, LIST)) {
      return Waiting.lists(e) ? Kept.Kind.READ : null;
    }
    if (e.is(AuditEvent.VERB, CREATE)) {
      if (e.is(AuditEvent.RESOURCE, ACCOUNTS) && e.is(AuditEvent.SUBRESOURCE, TOKEN)) {
        return e.has(AuditEvent.NAMESPACE) && e.has(AuditEvent.NAME)
            ? Kept.Kind.TOKEN_REQUEST
            : null;
      }
      if (e.is(AuditEvent.RESOURCE, REVIEWS)) {
        return Kept.Kind.REVIEW;
      }
    } else if (!e.is(AuditEvent.VERB, UPDATE)
        && !e.is(AuditEvent.VERB, PATCH)
        && !e.startsWith(AuditEvent.VERB, DELETE)) {
      return null;
    }
    return changes(e) ? Kept.Kind.CHANGE : null;
  }

  private static boolean changes(AuditEvent e) {
    if (e.is(AuditEvent.RESOURCE, CONFIG_MAPS)) {
      return e.is(AuditEvent.NAME, TRACKING);
    }
    if (!any(e, AuditEvent.RESOURCE, CHANGED)) {
      return false;
    }
    if (!e.has(AuditEvent.SUBRESOURCE) || any(e, AuditEvent.SUBRESOURCE, CHANGING)) {
      return true;
    }
    return e.is(AuditEvent.RESOURCE, PODS)
        && e.is(AuditEvent.SUBRESOURCE, STATUS)
        && e.has(AuditEvent.REQUEST_BODY);
  }

  /** The event as it is kept; null when its body shows that it need not be. */
  static Kept kept(AuditEvent e, Kept.Kind kind, String scope, int file, long line) {
    List<String> list = List.of();
    Map<String, String> facts = new TreeMap<>();
    String message = "";
    String name = text(e, AuditEvent.NAME);
    String uid = text(e, AuditEvent.UID);
    switch (kind) {
      case FAILURE -> list = attempted(e.text(AuditEvent.MESSAGE));
      case TOKEN_REQUEST -> {
        list = tokenRequest(e, facts);
        message = e.code < 300 ? "" : text(e, AuditEvent.MESSAGE);
      }
      case REVIEW -> list = review(e, facts);
      case CHANGE -> {
        JsonNode request = Bodies.parse(e, AuditEvent.REQUEST_BODY);
        JsonNode response = Bodies.parse(e, AuditEvent.RESPONSE_BODY);
        Bodies.changed(request, response, facts);
        if (e.is(AuditEvent.SUBRESOURCE, STATUS) && !facts.containsKey("podIP")) {
          return null;
        }
        if (name.isEmpty()) {
          name = Masking.of(response.path("metadata").path("name").asText(""));
        }
        if (uid.isEmpty()) {
          uid = text(e, AuditEvent.DETAILS_UID);
        }
        if (uid.isEmpty() && !e.has(AuditEvent.SUBRESOURCE)) {
          uid = Masking.of(response.path("metadata").path("uid").asText(""));
        }
      }
      case LOOK_UP, READ -> {}
    }
    return new Kept(
        kind,
        e.text(AuditEvent.AUDIT_ID),
        text(e, AuditEvent.VERB),
        Redaction.uri(e.text(AuditEvent.URI)),
        e.received,
        e.answered,
        new Client(text(e, AuditEvent.SOURCE_IP), text(e, AuditEvent.AGENT)),
        text(e, AuditEvent.USERNAME),
        target(e, name, uid),
        e.code,
        message,
        list,
        facts.isEmpty() ? Map.of() : facts,
        scope,
        file,
        line);
  }

  private static String text(AuditEvent e, int field) {
    return e.has(field) ? Masking.of(e.text(field)) : "";
  }

  private static Target target(AuditEvent e, String name, String uid) {
    if (!e.has(AuditEvent.RESOURCE)) {
      return Target.NONE;
    }
    return new Target(
        text(e, AuditEvent.API_GROUP),
        text(e, AuditEvent.RESOURCE),
        text(e, AuditEvent.SUBRESOURCE),
        text(e, AuditEvent.NAMESPACE),
        name,
        uid);
  }

  /** {@code Authentication failed, attempted: bearer, x509} (authn_audit.go). */
  private static List<String> attempted(String message) {
    if (!message.startsWith("Authentication failed, ")) {
      return List.of();
    }
    if (message.startsWith("Authentication failed, no credentials")) {
      return List.of("none");
    }
    List<String> kinds = new ArrayList<>();
    Matcher m = ATTEMPTED.matcher(message);
    while (m.find()) {
      kinds.add(m.group(1));
    }
    return kinds.stream().sorted().distinct().toList();
  }

  private static List<String> tokenRequest(AuditEvent e, Map<String, String> facts) {
    Bodies.put(facts, "credentialId", Bodies.jti(e.text(AuditEvent.ISSUED_ID)));
    JsonNode response = Bodies.parse(e, AuditEvent.RESPONSE_BODY);
    JsonNode request = Bodies.parse(e, AuditEvent.REQUEST_BODY);
    Bodies.put(facts, "expiration", response.path("status").path("expirationTimestamp").asText(""));
    JsonNode claims = Bodies.claims(response.path("status").path("token").asText(""));
    if (!facts.containsKey("credentialId")) {
      Bodies.put(facts, "credentialId", claims.path("jti").asText(""));
    }
    if (request.isMissingNode()) {
      return List.of();
    }
    facts.put("bodyLogged", "true");
    JsonNode spec = request.path("spec");
    long ttl = spec.path("expirationSeconds").asLong(0);
    if (ttl > 0) {
      facts.put("ttlSeconds", Long.toString(ttl));
    }
    JsonNode bound = spec.path("boundObjectRef");
    if (bound.path("kind").asText("").equals("Pod")) {
      Bodies.put(facts, "podName", bound.path("name").asText(""));
      Bodies.put(facts, "podUid", bound.path("uid").asText(""));
    }
    return Bodies.texts(spec.path("audiences"));
  }

  private static List<String> review(AuditEvent e, Map<String, String> facts) {
    JsonNode spec = Bodies.parse(e, AuditEvent.REQUEST_BODY).path("spec");
    JsonNode status = Bodies.parse(e, AuditEvent.RESPONSE_BODY).path("status");
    JsonNode claims = Bodies.claims(spec.path("token").asText(""));
    if (status.path("authenticated").asBoolean(false)) {
      facts.put("authenticated", "true");
    }
    String subject = status.path("user").path("username").asText("");
    Bodies.put(facts, "subject", subject.isEmpty() ? claims.path("sub").asText("") : subject);
    Bodies.put(facts, "credentialId", claims.path("jti").asText(""));
    Bodies.put(facts, "error", status.path("error").asText(""));
    return Bodies.texts(spec.path("audiences"));
  }
}
