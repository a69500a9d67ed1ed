package io.tokentrail.report.facts;

import io.tokentrail.model.Account;
import io.tokentrail.model.ObjectChange;
import io.tokentrail.model.PodLife;
import io.tokentrail.model.PodLives;

/** The cluster's objects: pods over time, and who changed what. */
final class ClusterFacts {

  static final FactsTable<?> PODS =
      FactsTable.<PodLife>named(
              "pods", "One pod over time, from snapshots, its tokens' uses and the audit log.")
          .text("namespace", "Its namespace.", PodLife::namespace)
          .text("pod", "Its name.", PodLife::name)
          .time("first_proof", "First time that it is known to have existed.", PodLife::firstProof)
          .text("uid", "Its UID; null when only its name is known.", PodLife::uid)
          .text(
              "service_account",
              "Whose tokens it mounts.",
              p -> p.account().map(Account::name).orElse(""))
          .text("node", "Its node.", PodLife::node)
          .texts("ips", "Its addresses; its node's on the host's network.", PodLife::ips)
          .flag("host_network", "Whether it shares its node's address.", PodLife::hostNetwork)
          .maybeTime("created_at", "Creation.", PodLife::createdAt)
          .time("last_proof", "Last time that it is known to have existed.", PodLife::lastProof)
          .flag("finished", "Whether its containers ended for good.", PodLife::finished)
          .maybeTime("gone_at", "When it was removed, where known.", PodLife::goneAt)
          .of(r -> PodLives.of(r.caseFile().facts()).all().stream());

  static final FactsTable<?> OBJECT_CHANGES =
      FactsTable.<ObjectChange>named(
              "object_changes", "An answered request that changed an object that matters here.")
          .time("time", "When it was answered.", ObjectChange::at)
          .text("audit_id", "The event's id.", ObjectChange::auditId)
          .text("verb", "create, update, patch, delete, deletecollection.", ObjectChange::verb)
          .text("username", "Who did it.", ObjectChange::user)
          .text("source_ip", "The client's address.", c -> c.client().sourceIp())
          .text("user_agent", "The client's own words.", c -> c.client().userAgent())
          .text("api_group", "Null for the core group.", c -> c.target().apiGroup())
          .text(
              "target_resource",
              "Resource or resource/subresource.",
              c -> c.target().resourceText())
          .text("target_namespace", "The object's namespace.", c -> c.target().namespace())
          .text("target_name", "The object's name.", c -> c.target().name())
          .text("target_uid", "The object's UID.", c -> c.target().uid())
          .count("code", "HTTP status.", c -> (long) c.code())
          .text("api_server", "The stream of audit files that it stands in.", ObjectChange::source)
          .text("place", "File and line.", c -> c.place().toString())
          .of(r -> r.caseFile().facts().audit().changes().stream());

  private ClusterFacts() {}
}
