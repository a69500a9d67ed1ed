package io.tokentrail.attribute;

import io.tokentrail.model.Account;
import io.tokentrail.model.AccountObject;
import io.tokentrail.model.Addresses;
import io.tokentrail.model.Client;
import io.tokentrail.model.Facts;
import io.tokentrail.model.Interval;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.Pod;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.PodLives;
import io.tokentrail.model.Snapshot;
import io.tokentrail.model.Token;
import io.tokentrail.model.TokenRequest;
import io.tokentrail.model.TokenSecret;
import io.tokentrail.model.Use;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the facts tell of accounts and where they were seen, indexed once: uses by client and
 * address, node addresses, owners of Secrets and UIDs. Bounded by senders and accounts.
 */
final class Traces implements Serializable {

  private static final long serialVersionUID = 1;

  /** For the making of rungs alone: it does not travel with them. */
  private final transient Facts facts;

  private final Instant logStart;
  private final PodLives pods;
  private final Map<Client, List<Use>> byClient = new HashMap<>();
  private final Map<Client, Map<Account, List<Use>>> byClientAndName = new HashMap<>();
  private final Map<Client, Map<Account, SortedMap<String, List<Use>>>> byPod = new HashMap<>();
  private final Map<String, SortedSet<Account>> byAgent = new HashMap<>();
  private final Addresses addresses;
  private final Map<String, SortedSet<Account>> secretOwner = new HashMap<>();
  private final Map<String, SortedSet<Account>> uidOwner = new HashMap<>();
  private final SortedMap<String, SortedSet<Account>> byName = new TreeMap<>();
  private final Set<Account> served = new HashSet<>();
  private final Set<String> servedVerbs = new TreeSet<>();
  private final Map<String, SortedSet<Account>> tokensOn = new HashMap<>();
  private final Set<Account> holders = new TreeSet<>();
  private final SortedSet<Account> known = new TreeSet<>();

  Traces(Facts facts) {
    this.facts = facts;
    this.logStart = facts.audit().span().map(Interval::from).orElse(Instant.EPOCH);
    this.pods = PodLives.of(facts);
    this.addresses = Addresses.of(facts);
    for (Use use : facts.audit().uses()) {
      byClient.computeIfAbsent(use.client(), k -> new ArrayList<>()).add(use);
      Account.ofUsername(use.username())
          .ifPresent(
              account -> {
                know(account);
                byClientAndName
                    .computeIfAbsent(use.client(), k -> new HashMap<>())
                    .computeIfAbsent(account, k -> new ArrayList<>())
                    .add(use);
                if (!use.credentialId().isEmpty()) {
                  byPod
                      .computeIfAbsent(use.client(), k -> new HashMap<>())
                      .computeIfAbsent(account, k -> new TreeMap<>())
                      .computeIfAbsent(use.podName(), k -> new ArrayList<>())
                      .add(use);
                }
                served.add(account);
                use.asked().forEach(asked -> servedVerbs.add(asked.verb()));
                put(byAgent, use.client().userAgent(), account);
                if (!use.legacySecret().isEmpty()) {
                  put(secretOwner, account.namespace() + "/" + use.legacySecret(), account);
                }
                put(uidOwner, use.podUid(), account);
              });
    }
    for (TokenRequest request : facts.audit().tokenRequests()) {
      know(request.account());
      if (request.granted()) {
        put(tokensOn, request.node(), request.account());
        holders.add(request.account());
      }
    }
    for (ObjectChange change : facts.audit().changes()) {
      if (change.target().resource().equals("serviceaccounts")
          && !change.target().namespace().isEmpty()
          && !change.target().name().isEmpty()) {
        Account account = new Account(change.target().namespace(), change.target().name());
        know(account);
        put(uidOwner, change.target().uid(), account);
      }
    }
    facts.snapshots().forEach(this::read);
    for (PodLife pod : pods.all()) {
      pod.account().ifPresent(a -> put(uidOwner, pod.uid(), a));
      if (pod.spec().map(s -> !s.tokenSources().isEmpty()).orElse(false)) {
        pod.account().ifPresent(holders::add);
      }
    }
    for (Token token : facts.tokens()) {
      token
          .account()
          .ifPresent(
              a -> {
                put(uidOwner, token.accountUid(), a);
                put(uidOwner, token.podUid(), a);
                if (!token.secretName().isEmpty()) {
                  put(secretOwner, a.namespace() + "/" + token.secretName(), a);
                }
              });
    }
  }

  private void read(Snapshot snapshot) {
    for (Pod pod : snapshot.pods()) {
      if (!pod.namespace().isEmpty() && !pod.spec().serviceAccount().isEmpty()) {
        know(pod.account());
      }
    }
    for (AccountObject object : snapshot.accounts()) {
      know(object.account());
      put(uidOwner, object.uid(), object.account());
    }
    for (TokenSecret secret : snapshot.tokenSecrets()) {
      if (!secret.serviceAccount().isEmpty() && !secret.namespace().isEmpty()) {
        Account account = new Account(secret.namespace(), secret.serviceAccount());
        know(account);
        put(secretOwner, secret.namespace() + "/" + secret.name(), account);
        put(uidOwner, secret.uid(), account);
        put(uidOwner, secret.serviceAccountUid(), account);
      }
    }
  }

  private void know(Account account) {
    if (known.add(account)) {
      put(byName, account.name(), account);
    }
  }

  private static void put(Map<String, SortedSet<Account>> index, String key, Account account) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, k -> new TreeSet<>()).add(account);
    }
  }

  Facts facts() {
    return facts;
  }

  /** When the audit log begins. */
  Instant logStart() {
    return logStart;
  }

  PodLives pods() {
    return pods;
  }

  /** Accepted requests of exactly this address and agent. */
  List<Use> usesOf(Client client) {
    return byClient.getOrDefault(client, List.of());
  }

  /** Those of one account. */
  List<Use> usesOf(Client client, Account account) {
    return byClientAndName.getOrDefault(client, Map.of()).getOrDefault(account, List.of());
  }

  /** Accounts that were served to this client. */
  Set<Account> servedTo(Client client) {
    return byClientAndName.getOrDefault(client, Map.of()).keySet();
  }

  /** Whether a token of the account was granted, or mounted by a pod that a snapshot shows. */
  boolean holdsToken(Account account) {
    return holders.contains(account);
  }

  /** Those that are told apart by credential, by account and the pod of their token. */
  Map<Account, SortedMap<String, List<Use>>> podsOf(Client client) {
    return byPod.getOrDefault(client, Map.of());
  }

  /** Whether the account was ever served. */
  boolean served(Account account) {
    return served.contains(account);
  }

  /** Accounts that were seen with this agent, anywhere. */
  SortedSet<Account> withAgent(String agent) {
    return byAgent.getOrDefault(agent, new TreeSet<>());
  }

  /** The node that has this address; empty when none is known to. */
  String nodeAt(String ip) {
    return addresses.nodeAt(ip);
  }

  /** The node that an address is on, its own or a pod's; empty when unknown. */
  String nodeNear(String ip) {
    return addresses.nodeNear(ip).orElse("");
  }

  /** Whether others may stand behind an address: it is a node's, or a way out of several nodes. */
  boolean shared(String ip) {
    return !nodeAt(ip).isEmpty() || addresses.isWayOut(ip);
  }

  /** Accounts that hold a token on a node: granted to its kubelet, or a pod's that may run then. */
  Set<Account> behind(String node, Instant at) {
    Set<Account> out = new TreeSet<>(tokensOn.getOrDefault(node, new TreeSet<>()));
    for (PodLife pod : pods.onNode(node)) {
      pod.account().filter(a -> holders.contains(a) && pod.mayHaveRunAt(at)).ifPresent(out::add);
    }
    return out;
  }

  /** Accounts that hold a token. */
  Set<Account> holders() {
    return holders;
  }

  /** What share of the accounts that were ever served use this agent. */
  double shareOf(String agent) {
    return (withAgent(agent).size() + 0.5) / (served.size() + 1);
  }

  /**
   * Whether the log holds accepted requests of this kind by service accounts. A policy that drops
   * successful reads shows refused ones nevertheless: then nobody was ever seen to ask for them.
   */
  boolean showsServed(String verb) {
    boolean read = verb.equals("get") || verb.equals("list");
    return read
        ? servedVerbs.contains("get") || servedVerbs.contains("list")
        : servedVerbs.contains(verb);
  }

  /** Whose token a Secret holds or held. */
  SortedSet<Account> ownersOfSecret(String namespace, String name) {
    return secretOwner.getOrDefault(namespace + "/" + name, new TreeSet<>());
  }

  /** Whether it is the deletion of one Secret. */
  static boolean deletesSecret(ObjectChange change) {
    return change.target().resource().equals("secrets")
        && change.verb().equals("delete")
        && change.succeeded()
        && !change.target().namespace().isEmpty()
        && !change.target().name().isEmpty();
  }

  /** Whose token a deleted Secret held; empty where it is not known to have held one. */
  SortedSet<Account> ownersOfDeleted(ObjectChange deletion) {
    return ownersOfSecret(deletion.target().namespace(), deletion.target().name(), true);
  }

  /**
   * Whose token a Secret holds or held, by its name where nothing else tells: auto-generated ones
   * are called ACCOUNT-token-xxxxx (tokens_controller.go).
   */
  SortedSet<Account> ownersOfSecret(String namespace, String name, boolean byName) {
    SortedSet<Account> told = ownersOfSecret(namespace, name);
    int token = name.lastIndexOf("-token-");
    if (!told.isEmpty() || !byName || token <= 0) {
      return told;
    }
    Account called = new Account(namespace, name.substring(0, token));
    return knows(called) ? new TreeSet<>(Set.of(called)) : told;
  }

  /** The accounts that a UID leads to: their own, their Secret's, their pod's. */
  SortedSet<Account> ownersOfUid(String uid) {
    return uidOwner.getOrDefault(uid, new TreeSet<>());
  }

  SortedSet<Account> named(String name) {
    return byName.getOrDefault(name, new TreeSet<>());
  }

  boolean knows(Account account) {
    return known.contains(account);
  }

  /** The pod's account, as of the life that fits the time best. */
  Optional<PodLife> podAt(String namespace, String name, Instant time) {
    List<PodLife> lives = pods.named(namespace, name);
    return lives.stream()
        .filter(l -> !l.createdAt().orElse(l.firstProof()).isAfter(time))
        .reduce((a, b) -> b)
        .or(() -> lives.stream().findFirst());
  }
}
