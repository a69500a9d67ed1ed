package io.tokentrail.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import io.tokentrail.ingest.audit.Events;
import io.tokentrail.ingest.source.Layout;
import io.tokentrail.ingest.wrap.LogWrappers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** What fuzzing starts from: the project's own fixtures and samples, and envelopes made of them. */
public final class Seeds {

  private static final int LONGEST = 1 << 13;
  private static final int MOST = 60;

  private Seeds() {}

  /** Writes the seeds of a reader into a folder, one file each: Jazzer's first corpus. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    int number = 0;
    for (byte[] seed : of(Target.valueOf(args[0].toUpperCase(Locale.ROOT)))) {
      Files.write(folder.resolve("seed-" + number++), seed);
    }
  }

  static List<byte[]> of(Target target) throws IOException {
    return switch (target) {
      case SKIMMER -> lines();
      case AUDIT -> chunks("audit");
      case WRAPPED -> wrapped();
      case SNAPSHOT -> snapshots();
      case LOG -> logs();
      case METRICS -> metrics();
      case TOKEN -> tokens();
      case KEYS -> keys();
      case TOKEN_FILES -> tokenFiles();
      case ANYTHING -> packed();
    };
  }

  /** Fixtures of a name, cut to a size that mutations get around in. */
  private static List<byte[]> fixtures(String name) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
      List<byte[]> all = new ArrayList<>();
      for (Path file :
          files.filter(f -> f.getFileName().toString().equals(name)).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        all.add(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST)));
      }
      return all.subList(0, Math.min(all.size(), MOST));
    }
  }

  /** Every so many lines of the sample's files in a folder, a few together. */
  private static List<byte[]> chunks(String folder) throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("samples/real-cluster", folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        List<String> lines = new String(unpacked(file), UTF_8).lines().toList();
        for (int i = 0; i < 10; i++) {
          int from = lines.size() * i / 10;
          String chunk = String.join("\n", lines.subList(from, Math.min(from + 3, lines.size())));
          all.add((chunk.substring(0, Math.min(chunk.length(), LONGEST)) + "\n").getBytes(UTF_8));
        }
      }
    }
    return all.subList(0, Math.min(all.size(), MOST));
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    }
  }

  private static List<byte[]> lines() throws IOException {
    List<byte[]> all = new ArrayList<>(texts(Events.line("1"), Events.get("2", "11:00:00.000001")));
    for (byte[] file : chunks("audit")) {
      String first = new String(file, UTF_8).lines().findFirst().orElse("");
      all.add(first.getBytes(UTF_8));
    }
    return all;
  }

  /** One object of each kind in the sample's snapshot, alone and all in a list. */
  private static List<byte[]> objects() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode list = json.readTree(unpacked(Path.of("samples/real-cluster/snapshot-1/all.json.gz")));
    Map<String, String> kinds = new TreeMap<>();
    for (JsonNode item : list.path("items")) {
      kinds.putIfAbsent(item.path("kind").asText(), json.writeValueAsString(item));
    }
    List<byte[]> all = new ArrayList<>();
    kinds.values().stream().filter(o -> o.length() < LONGEST).forEach(o -> all.addAll(texts(o)));
    kinds.values().stream()
        .filter(o -> o.length() < LONGEST)
        .forEach(
            o ->
                all.addAll(
                    texts("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + o + "]}")));
    return all;
  }

  private static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(t -> t.getBytes(UTF_8)).toList();
  }

  /** Each envelope, under the number of each shipper, as lines and as a document. */
  private static List<byte[]> wrapped() {
    String event = Events.line("1").strip();
    String quoted = "\"" + event.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    List<String> envelopes =
        List.of(
            "{\"events\":[{\"timestamp\":1772362927120,\"message\":"
                + quoted
                + ",\"logStreamName\":\"a\"}]}",
            "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"id\":\"1\",\"timestamp\":1,\"message\":"
                + quoted
                + "}]}",
            "{\"results\":[[{\"field\":\"@message\",\"value\":" + quoted + "}]]}",
            "@timestamp,@message\n2026-05-04 09:00:00.000,\""
                + event.replace("\"", "\"\"")
                + "\"\n",
            "{\"category\":\"kube-audit\",\"time\":\"2026-05-04T09:00:00Z\",\"properties\":{\"log\":"
                + quoted
                + "}}\n",
            "{\"records\":[{\"category\":\"kube-audit-admin\",\"properties\":{\"log\":"
                + quoted
                + ",\"pod\":\"a\"}}]}",
            "{\"protoPayload\":{\"@type\":\"type.googleapis.com/google.cloud.audit.AuditLog\",\"methodName\":"
                + "\"io.k8s.core.v1.pods.list\",\"status\":{\"code\":16},\"requestMetadata\":{\"callerIp\":\"10.0.0.1\"},"
                + "\"resourceName\":\"core/v1/namespaces/shop/pods\"},\"timestamp\":\"2026-05-04T09:00:00Z\",\"insertId\":\"a\"}\n",
            "{\"_index\":\"a\",\"_source\":{\"kubernetes\":{\"audit\":" + event + "}}}\n",
            "{\"log\":" + quoted + ",\"stream\":\"stdout\"}\n",
            "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"body\":{\"stringValue\":"
                + quoted
                + "}}]}]}]}",
            "master-0 " + event + "\n",
            "2026-05-04T09:00:00.000Z " + event + "\n");
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < envelopes.size(); i++) {
      for (int w = 0; w < LogWrappers.ALL.size(); w++) {
        boolean document = envelopes.get(i).indexOf("[{") > 0 || envelopes.get(i).contains("[[");
        Layout layout = document ? Layout.DOCUMENTS : Layout.values()[w % Layout.values().length];
        String choice = String.valueOf((char) (w * Layout.values().length + layout.ordinal()));
        all.add((choice + envelopes.get(i)).getBytes(UTF_8));
      }
    }
    return all;
  }

  private static List<byte[]> snapshots() throws IOException {
    List<byte[]> all = new ArrayList<>(objects());
    all.addAll(
        texts(
            "apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart\n  namespace: shop\nspec:\n  containers:\n  - name: cart\n---\n"
                + "apiVersion: v1\nkind: Secret\nmetadata: {name: t, namespace: shop}\ntype: kubernetes.io/service-account-token\n",
            "{\"serverVersion\":{\"gitVersion\":\"v1.34.4\"}}",
            "2026-05-04T09:00:00Z\n",
            "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nkind: List\napiVersion: v1\n"));
    return all;
  }

  private static List<byte[]> logs() throws IOException {
    List<byte[]> all = new ArrayList<>(chunks("apiserver"));
    all.addAll(chunks("kubelet"));
    all.addAll(
        texts(
            "May 04 09:00:00 worker-a kubelet[812]: E0504 09:00:00.000001     812 kubelet.go:1] \"x\" err=\"y\"\n",
            "2026-05-04T09:00:00+0200 worker-a kubelet[812]: I0504 09:00:00.000001     812 flags.go:64] FLAG: --v=\"2\"\n",
            "{\"__REALTIME_TIMESTAMP\":\"1777881600000000\",\"_HOSTNAME\":\"worker-a\",\"MESSAGE\":\"E0504 09:00:00.000001 "
                + "    1 token_manager.go:121] Couldn't update token for pod a/b\",\"_SYSTEMD_UNIT\":\"kubelet.service\"}\n",
            "{\"ts\":1777881600000.1,\"caller\":\"kubelet/a.go:1\",\"msg\":\"x\",\"v\":0,\"err\":\"cacheKey\"}\n"));
    return all;
  }

  private static List<byte[]> metrics() {
    return texts(
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":"
            + "\"apiserver_request_total\",\"code\":\"401\"},\"values\":[[1777881600,\"1\"],[1777881630.5,\"NaN\"]]}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"__name__\":"
            + "\"authentication_attempts\",\"result\":\"error\"},\"value\":[1777881600,\"7\"]}]}}",
        "# TYPE apiserver_request_total counter\napiserver_request_total{code=\"401\",verb=\"LIST\"} 3 1777881600000\n"
            + "authentication_attempts{result=\"error\"} +Inf\n",
        "# TYPE a counter\napiserver_request_total_total{code=\"401\"} 1.0 1777881600.123 # {trace_id=\"x\"} 1\n# EOF\n",
        "Time,401s,\"a, b\"\n2026-05-04 09:00:00,1,2\n1777881600,3,\n1777881600000,4,5\n");
  }

  private static List<byte[]> tokenFiles() {
    return texts(
        "namespace,pod,container,path,mode,mtime,captured_at\n"
            + "shop,cart-1,cart,/var/run/secrets/kubernetes.io/serviceaccount/token,0644,1777881600,1777885200\n",
        "namespace\tpod\tcontainer\tpath\tmode\tmtime\tcaptured_at\nshop\tcart-1\tcart\t/t\t0640\t"
            + "2026-05-04T09:00:00Z\t2026-05-04 10:00:00Z\n");
  }

  private static String jwt(String claims) {
    Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
    return url.encodeToString("{\"alg\":\"RS256\",\"kid\":\"a\"}".getBytes(UTF_8))
        + "."
        + url.encodeToString(claims.getBytes(UTF_8))
        + "."
        + url.encodeToString("no signature".getBytes(UTF_8));
  }

  private static List<byte[]> tokens() {
    String bound =
        jwt(
            "{\"iss\":\"https://k\",\"sub\":\"system:serviceaccount:shop:cart\",\"aud\":[\"a\"],\"iat\":1777881600,"
                + "\"exp\":1777885200,\"kubernetes.io\":{\"namespace\":\"shop\",\"serviceaccount\":{\"name\":\"cart\",\"uid\":\"u\"},"
                + "\"warnafter\":1777885207,\"pod\":{\"name\":\"p\",\"uid\":\"u\"}}}");
    String legacy =
        jwt(
            "{\"iss\":\"kubernetes/serviceaccount\",\"kubernetes.io/serviceaccount/secret.name\":\"t\"}");
    return texts(
        bound + "\n" + legacy + "\n",
        "{\"kind\":\"TokenRequest\",\"status\":{\"token\":\"" + bound + "\"}}",
        "[{\"token\":\""
            + legacy
            + "\"},{\"kind\":\"ExecCredential\",\"status\":{\"token\":\"x\"}}]");
  }

  private static List<byte[]> keys() throws IOException {
    Base64.Encoder mime = Base64.getMimeEncoder(64, new byte[] {'\n'});
    List<byte[]> all = new ArrayList<>(fixtures("jwks.json"));
    all.addAll(fixtures("openid-configuration.json"));
    try {
      for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
        byte[] der =
            KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPublic().getEncoded();
        all.addAll(
            texts(
                "-----BEGIN PUBLIC KEY-----\n"
                    + mime.encodeToString(der)
                    + "\n-----END PUBLIC KEY-----\n"));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has these", e);
    }
    all.addAll(
        texts(
            "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"sXch\",\"e\":\"AQAB\",\"kid\":\"a\"},{\"kty\":\"oct\",\"k\":\"YQ\"}]}",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"));
    return all;
  }

  private static List<byte[]> packed() throws IOException {
    List<byte[]> plain = new ArrayList<>();
    plain.addAll(lines().subList(0, 3));
    plain.addAll(metrics());
    plain.addAll(logs().subList(0, 2));
    plain.addAll(snapshots().subList(0, 2));
    List<byte[]> all = new ArrayList<>(plain);
    byte[] first = plain.get(0);
    for (String name : List.of("gz", "bzip2", "xz", "lz4-framed")) {
      all.add(compressed(name, first));
    }
    all.add(Zstd.compress(first));
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(tar)) {
      for (int i = 0; i < 4; i++) {
        TarArchiveEntry entry = new TarArchiveEntry("case/file-" + i);
        entry.setSize(plain.get(i).length);
        put(out, entry, plain.get(i));
      }
    }
    all.add(tar.toByteArray());
    all.add(compressed("gz", tar.toByteArray()));
    all.add(Zstd.compress(tar.toByteArray()));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      for (int i = 0; i < 4; i++) {
        put(out, new ZipArchiveEntry("case/file-" + i), plain.get(i));
      }
    }
    all.add(zip.toByteArray());
    return all;
  }

  private static <E extends ArchiveEntry> void put(
      ArchiveOutputStream<E> out, E entry, byte[] bytes) throws IOException {
    out.putArchiveEntry(entry);
    out.write(bytes);
    out.closeArchiveEntry();
  }

  private static byte[] compressed(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        new CompressorStreamFactory().createCompressorOutputStream(name, packed)) {
      out.write(bytes);
    } catch (CompressorException e) {
      throw new IOException(e);
    }
    return packed.toByteArray();
  }
}
