package io.tokentrail.ingest.audit;

import io.tokentrail.ingest.source.Sharing;
import io.tokentrail.model.Account;
import io.tokentrail.model.AccountRead;
import io.tokentrail.model.Client;
import io.tokentrail.model.Failure;
import io.tokentrail.model.LookUp;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.Place;
import io.tokentrail.model.Review;
import io.tokentrail.model.Target;
import io.tokentrail.model.TokenRequest;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An event that is kept one by one, before its line's number in the file is known.
 *
 * @param kind what it will become
 * @param auditId the event's id
 * @param verb as logged
 * @param uri {@code requestURI}, masked
 * @param received arrival, microseconds since 1970
 * @param answered stage time, microseconds since 1970
 * @param client address and agent
 * @param user who sent it; empty for a refusal
 * @param target what it was about
 * @param code HTTP status
 * @param message the status message, of refused TokenRequests only
 * @param list attempted credentials or audiences
 * @param facts what else is known, by the names of the record that it becomes
 * @param scope within what its id is its own, see {@link Streams#scope}
 * @param file number of the file, in the order of paths
 * @param line where it stands in the file: range and line in it, see {@link Lines}
 */
record Kept(
    Kind kind,
    String auditId,
    String verb,
    String uri,
    long received,
    long answered,
    Client client,
    String user,
    Target target,
    int code,
    String message,
    List<String> list,
    Map<String, String> facts,
    String scope,
    int file,
    long line)
    implements Serializable {

  enum Kind {
    FAILURE,
    TOKEN_REQUEST,
    CHANGE,
    LOOK_UP,
    REVIEW,
    READ
  }

  /** In order of time, so that the earliest and the latest ones can be told. */
  static final Comparator<Kept> BY_TIME =
      Comparator.comparingLong(Kept::answered)
          .thenComparing(Kept::auditId)
          .thenComparing(Kept::uri)
          .thenComparing(Kept::scope);

  /** The earliest stage first, then the order of files and lines. */
  static final Comparator<Kept> ORDER =
      Comparator.comparingLong(Kept::answered)
          .thenComparingInt(Kept::file)
          .thenComparingLong(Kept::line);

  /** What makes two of them the same request. */
  record Identity(Kind kind, String auditId, String uri, String verb, String scope) {}

  Identity identity() {
    return new Identity(kind, auditId, uri, verb, scope);
  }

  /** The same, its repeated words in one copy. */
  Kept with(Sharing sharing) {
    return new Kept(
        kind,
        auditId,
        sharing.one(verb),
        sharing.one(uri),
        received,
        answered,
        sharing.one(client),
        sharing.one(user),
        sharing.one(target),
        code,
        message,
        list,
        facts,
        scope,
        file,
        line);
  }

  Failure failure(String source, Place place) {
    return new Failure(
        auditId,
        Stamp.instant(received),
        Stamp.instant(answered),
        list,
        client,
        verb,
        uri,
        target,
        user,
        source,
        place);
  }

  TokenRequest tokenRequest(String source, Place place) {
    return new TokenRequest(
        auditId,
        Stamp.instant(received),
        Stamp.instant(answered),
        client,
        user,
        new Account(target.namespace(), target.name()),
        code,
        message,
        facts.getOrDefault("credentialId", ""),
        facts.containsKey("bodyLogged"),
        list,
        Long.parseLong(facts.getOrDefault("ttlSeconds", "0")),
        facts.getOrDefault("podName", ""),
        facts.getOrDefault("podUid", ""),
        facts.getOrDefault("expiration", ""),
        source,
        place);
  }

  ObjectChange change(String source, Place place) {
    return new ObjectChange(
        auditId, Stamp.instant(answered), verb, user, client, target, code, facts, source, place);
  }

  LookUp lookUp(String source, Place place) {
    return new LookUp(
        auditId, Stamp.instant(received), Stamp.instant(answered), target, source, place);
  }

  AccountRead read(String source, Place place) {
    return new AccountRead(
        auditId, Stamp.instant(answered), verb, user, client, target, code, source, place);
  }

  Review review(String source, Place place) {
    return new Review(
        auditId,
        Stamp.instant(answered),
        client,
        user,
        list,
        facts.containsKey("authenticated"),
        facts.getOrDefault("subject", ""),
        facts.getOrDefault("credentialId", ""),
        facts.getOrDefault("error", ""),
        source,
        place);
  }
}
