package io.tokentrail.ingest.audit;

/** Audit lines as an API server writes them. */
final class Events {

  private Events() {}

  /** A 401 of a list request. */
  static String line(String id) {
    return "{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"Metadata\",\"auditID\":\""
        + id
        + "\",\"stage\":\"ResponseStarted\",\"requestURI\":\"/api/v1/namespaces/shop/configmaps?limit=500\\u0026resourceVersion=0\",\"verb\":\"list\",\"user\":{},\"sourceIPs\":[\"10.9.9.9\",\"10.244.3.17\"],\"userAgent\":\"cart/v0.0.0 (linux/amd64) kubernetes/$Format\",\"objectRef\":{\"resource\":\"configmaps\",\"namespace\":\"shop\",\"apiVersion\":\"v1\"},\"responseStatus\":{\"metadata\":{},\"status\":\"Failure\",\"message\":\"Unauthorized\",\"reason\":\"Unauthorized\",\"code\":401},\"requestReceivedTimestamp\":\"2026-03-01T11:02:07.120001Z\",\"stageTimestamp\":\"2026-03-01T11:02:07.121377Z\"}";
  }
}
