package io.tokentrail.ingest.audit;

/** Audit lines as an API server writes them. */
public final class Events {

  private Events() {}

  /** A 401 of a list request. */
  public static String line(String id) {
    return event(
        id,
        "ResponseStarted",
        "list",
        "/api/v1/namespaces/shop/configmaps?limit=500\\u0026resourceVersion=0",
        "{}",
        "{\"resource\":\"configmaps\",\"namespace\":\"shop\",\"apiVersion\":\"v1\"}",
        "{\"metadata\":{},\"status\":\"Failure\",\"message\":\"Unauthorized\",\"reason\":\"Unauthorized\",\"code\":401}",
        "11:02:07.120001",
        "");
  }

  /** A request of shop/cart that was answered 200. */
  public static String get(String id, String time) {
    return event(
        id,
        "ResponseComplete",
        "get",
        "/api/v1/namespaces/shop/configmaps/cart",
        cart(),
        "{\"resource\":\"configmaps\",\"namespace\":\"shop\",\"name\":\"cart\",\"apiVersion\":\"v1\"}",
        "{\"metadata\":{},\"code\":200}",
        time,
        "");
  }

  /** One of the two lines of a watch of shop/cart. */
  public static String watch(String id, String stage, String time) {
    return event(
        id,
        stage,
        "watch",
        "/api/v1/namespaces/shop/configmaps?watch=true",
        cart(),
        "{\"resource\":\"configmaps\",\"namespace\":\"shop\",\"apiVersion\":\"v1\"}",
        "{\"metadata\":{},\"code\":200}",
        time,
        "");
  }

  public static String cart() {
    return "{\"username\":\"system:serviceaccount:shop:cart\",\"uid\":\"7a\",\"groups\":[\"system:serviceaccounts\"],"
        + "\"extra\":{\"authentication.kubernetes.io/credential-id\":[\"JTI=2f6a9f5e\"],\"authentication.kubernetes.io/pod-name\":[\"cart-6d9f-x2x\"],\"authentication.kubernetes.io/pod-uid\":[\"0d\"]}}";
  }

  /** Any event; {@code more} is further JSON members with a comma before each. */
  public static String event(
      String id,
      String stage,
      String verb,
      String uri,
      String user,
      String object,
      String status,
      String time,
      String more) {
    return "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"Metadata\",\"auditID\":\""
        + id
        + "\",\"stage\":\""
        + stage
        + "\",\"requestURI\":\""
        + uri
        + "\",\"verb\":\""
        + verb
        + "\",\"user\":"
        + user
        + ",\"sourceIPs\":[\"10.9.9.9\",\"10.244.3.17\"],\"userAgent\":\"cart/v0.0.0 (linux/amd64) kubernetes/$Format\",\"objectRef\":"
        + object
        + ",\"responseStatus\":"
        + status
        + ",\"requestReceivedTimestamp\":\"2026-03-01T"
        + time
        + "Z\",\"stageTimestamp\":\"2026-03-01T"
        + time
        + "Z\""
        + more
        + "}";
  }
}
