package io.tokentrail.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SplittableRandom;

/** A program that sends requests: a pod with a token, or a kubelet with a certificate. */
final class Caller {

  /** How it authenticates. */
  enum Credential {
    BOUND,
    STALE,
    LEGACY,
    CERTIFICATE
  }

  private static final String[] AGENTS = {
    "%s/v1.4.2 (linux/amd64) kubernetes/$Format",
    "Go-http-client/2.0",
    "OpenAPI-Generator/31.0.0/python",
    "okhttp/4.12.0 %s",
    "kube-state-metrics/v2.13.0 (linux/amd64) <%s> kubernetes/0aa41bc"
  };

  final int number;
  final Credential credential;
  final String namespace;
  final String name;
  final String username;
  final String node;
  final String pod;
  final byte[] tail;
  private final String head;
  byte[] user = new byte[0];
  long nextRotation;
  long requests;
  long tokens;
  long failures;

  Caller(int number, SplittableRandom random) {
    this.number = number;
    this.node = "node-" + number % 40;
    if (number % 25 == 0) {
      credential = Credential.CERTIFICATE;
      namespace = "";
      name = "kubelet";
      pod = "";
      username = "system:node:node-" + number;
      head =
          "{\"username\":\""
              + username
              + "\",\"groups\":[\"system:nodes\",\"system:authenticated\"]";
    } else {
      credential =
          number % 25 == 1
              ? Credential.LEGACY
              : number % 25 == 2 ? Credential.STALE : Credential.BOUND;
      namespace = "team-" + number % 60;
      name = "app-" + number;
      pod = name + "-6d9f" + number + "-x" + number % 97;
      username = "system:serviceaccount:" + namespace + ":" + name;
      head =
          String.format(
              "{\"username\":\"%s\",\"uid\":\"%08x-2c1a-4f5e-8d3b-%012x\",\"groups\":[\"system:serviceaccounts\",\"system:serviceaccounts:%s\",\"system:authenticated\"]",
              username, number, random.nextLong() & 0xffffffffffffL, namespace);
    }
    String ip =
        credential == Credential.CERTIFICATE
            ? "192.0.2." + number % 250
            : "10." + (128 + number / 65536 % 64) + "." + number / 256 % 256 + "." + number % 256;
    String agent =
        String.format(AGENTS[number % AGENTS.length], name)
            .replace("<", "\\u003c")
            .replace(">", "\\u003e");
    tail =
        (",\"sourceIPs\":[\"" + ip + "\"],\"userAgent\":\"" + agent + "\",\"objectRef\":")
            .getBytes(UTF_8);
    rotate(new UUIDs(random).text());
  }

  /** From now on it shows another token. */
  void rotate(String jti) {
    String extra =
        switch (credential) {
          case LEGACY -> "";
          case CERTIFICATE ->
              ",\"extra\":{\"authentication.kubernetes.io/credential-id\":[\"X509SHA256="
                  + "0af3".repeat(16)
                  + "\"]}";
          default ->
              String.format(
                  ",\"extra\":{\"authentication.kubernetes.io/credential-id\":[\"JTI=%s\"],\"authentication.kubernetes.io/node-name\":[\"%s\"],\"authentication.kubernetes.io/node-uid\":[\"5cbbd490-ef6b-4c31-8cd4-c28396df3db8\"],\"authentication.kubernetes.io/pod-name\":[\"%s\"],\"authentication.kubernetes.io/pod-uid\":[\"%08x-61c8-4ed8-877d-bc344d5db083\"]}",
                  jti, node, pod, number);
        };
    user = (head + extra + "}").getBytes(UTF_8);
  }

  boolean rotates() {
    return credential == Credential.BOUND;
  }
}
