package io.tokentrail.speed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The work done by DuckDB's JSON reader, as one process.
 *
 * <p>{@code w2}: 401s by minute, address and agent, and lines by user and address. {@code full}:
 * every field that the audit reader extracts, grouped as it groups them.
 */
final class DuckDbRun {

  private static final String W2_COLUMNS =
      "{user: 'STRUCT(username VARCHAR)', sourceIPs: 'VARCHAR[]', userAgent: 'VARCHAR', responseStatus: 'STRUCT(code INTEGER)', requestReceivedTimestamp: 'VARCHAR'}";

  private static final String FULL_COLUMNS =
      "{level: 'VARCHAR', auditID: 'VARCHAR', stage: 'VARCHAR', requestURI: 'VARCHAR', verb: 'VARCHAR', "
          + "user: 'STRUCT(username VARCHAR, extra MAP(VARCHAR, VARCHAR[]))', sourceIPs: 'VARCHAR[]', userAgent: 'VARCHAR', "
          + "objectRef: 'STRUCT(resource VARCHAR, subresource VARCHAR, namespace VARCHAR, name VARCHAR, uid VARCHAR, apiGroup VARCHAR)', "
          + "responseStatus: 'STRUCT(code INTEGER, message VARCHAR, details STRUCT(uid VARCHAR))', "
          + "requestReceivedTimestamp: 'VARCHAR', stageTimestamp: 'VARCHAR', annotations: 'MAP(VARCHAR, VARCHAR)'}";

  private DuckDbRun() {}

  public static void main(String[] args) throws SQLException {
    boolean full = args[0].equals("full");
    String from =
        "read_json('"
            + args[1].replace("'", "''")
            + "', format='newline_delimited', columns="
            + (full ? FULL_COLUMNS : W2_COLUMNS)
            + ", maximum_object_size=67108864, ignore_errors=true)";
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = db.createStatement()) {
      if (args.length > 2) {
        sql.execute("SET threads=" + Integer.parseInt(args[2]));
      }
      sql.execute(full ? full(from) : w2(from));
      System.out.println(
          count(sql, "SELECT count(*) FROM kept")
              + " 401 groups, "
              + count(sql, "SELECT count(*) FROM uses")
              + " uses");
    }
  }

  private static String w2(String from) {
    return "CREATE TEMP TABLE all_groups AS SELECT user.username AS u, sourceIPs[-1] AS ip,"
        + " CASE WHEN responseStatus.code = 401 THEN userAgent END AS agent,"
        + " CASE WHEN responseStatus.code = 401 THEN substr(requestReceivedTimestamp, 1, 16) END AS minute,"
        + " responseStatus.code = 401 AS refused, count(*) AS n FROM "
        + from
        + " GROUP BY ALL;"
        + "CREATE TEMP VIEW kept AS SELECT minute, ip, agent, sum(n) FROM all_groups WHERE refused GROUP BY ALL;"
        + "CREATE TEMP VIEW uses AS SELECT u, ip, sum(n) FROM all_groups GROUP BY ALL;";
  }

  private static String full(String from) {
    return "CREATE TEMP TABLE all_groups AS SELECT user.username AS u, sourceIPs[-1] AS ip, userAgent AS agent,"
        + " user.extra['authentication.kubernetes.io/credential-id'][1] AS credential,"
        + " user.extra['authentication.kubernetes.io/pod-name'][1] AS pod,"
        + " user.extra['authentication.kubernetes.io/pod-uid'][1] AS pod_uid,"
        + " user.extra['authentication.kubernetes.io/node-name'][1] AS node,"
        + " annotations['authentication.k8s.io/legacy-token-manual-secret'] AS secret,"
        + " responseStatus.code = 401 AS refused, stage, level,"
        + " CASE WHEN responseStatus.code = 401 OR objectRef.subresource = 'token' THEN auditID || verb || requestURI || objectRef.resource || coalesce(objectRef.namespace, '') || coalesce(objectRef.name, '') || coalesce(responseStatus.message, '') || coalesce(responseStatus.details.uid, '') || coalesce(objectRef.uid, '') || coalesce(objectRef.apiGroup, '') END AS one,"
        + " substr(stageTimestamp, 1, 16) AS minute,"
        + " count(*) AS n, count(annotations['authentication.k8s.io/legacy-token']) AS legacy,"
        + " count(annotations['authentication.k8s.io/stale-token']) AS stale,"
        + " min(requestReceivedTimestamp) AS first_at, max(requestReceivedTimestamp) AS last_at,"
        + " sum(hash(auditID, stage, requestURI, verb) % 1024) AS h FROM "
        + from
        + " GROUP BY ALL;"
        + "CREATE TEMP VIEW kept AS SELECT * FROM all_groups WHERE one IS NOT NULL;"
        + "CREATE TEMP VIEW uses AS SELECT u, ip, agent, credential, pod, pod_uid, node, secret, sum(n), sum(legacy), sum(stale), min(first_at), max(last_at), sum(h) FROM all_groups GROUP BY ALL;";
  }

  private static long count(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
