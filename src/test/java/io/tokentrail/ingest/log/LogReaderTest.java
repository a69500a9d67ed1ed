package io.tokentrail.ingest.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tokentrail.ingest.source.Compression;
import io.tokentrail.ingest.source.Offered;
import io.tokentrail.ingest.source.Tally;
import io.tokentrail.model.InputFile;
import io.tokentrail.model.LogLine;
import io.tokentrail.model.LogLine.KubeletUnwell;
import io.tokentrail.model.LogLine.MountFailed;
import io.tokentrail.model.LogLine.Refused;
import io.tokentrail.model.LogLine.Served;
import io.tokentrail.model.LogLine.TokenNotRefreshed;
import io.tokentrail.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogReaderTest {

  private static final Instant REFERENCE = Instant.parse("2025-03-02T00:00:00Z");

  private static final String REFUSED =
      "E0301 11:02:07.121300       1 authentication.go:75] \"Unable to authenticate the request\""
          + " err=\"[invalid bearer token, service account token has expired]\"";

  private Tally tally;

  private LogPart read(String path, ZoneId zone, String... lines) {
    tally =
        new Tally(
            new Offered(path, path, 0, Compression.NONE, InputFile.Kind.COMPONENT_LOG, "", ""),
            100);
    String text = String.join("\n", lines) + "\n";
    try {
      return LogReader.read(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          tally,
          zone,
          REFERENCE,
          latest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Instant latest = Instant.MAX;

  private LogPart read(String path, String... lines) {
    return read(path, ZoneOffset.UTC, lines);
  }

  private static LogLine.Meaning only(LogPart part) {
    assertEquals(1, part.lines().size());
    return part.lines().get(0).meaning();
  }

  @Test
  void aRefusalIsReadBehindEveryPrefixThatShippersPutThere() {
    Stream.of(
            REFUSED,
            "Mar 01 11:02:07 cp-1 kube-apiserver[1]: " + REFUSED,
            "2025-03-01T11:02:07+0000 cp-1 kube-apiserver[1]: " + REFUSED,
            "2025-03-01T11:02:07.121300516Z " + REFUSED,
            "2025-03-01T11:02:07.121300516Z stderr F " + REFUSED,
            "{\"log\":\"" + REFUSED.replace("\"", "\\\"") + "\\n\",\"stream\":\"stderr\"}",
            "{\"__REALTIME_TIMESTAMP\":\"1740826927121300\",\"_HOSTNAME\":\"cp-1\","
                + "\"MESSAGE\":\""
                + REFUSED.replace("\"", "\\\"")
                + "\"}",
            "{\"ts\":1740826927121.3,\"caller\":\"filters/authentication.go:75\",\"msg\":\"Unable to"
                + " authenticate the request\",\"err\":\"[invalid bearer token, service account"
                + " token has expired]\"}")
        .forEach(
            line -> {
              LogPart part = read("kube-apiserver.log", line);
              assertEquals(Reason.EXPIRED, ((Refused) only(part)).reason(), line);
              LogLine found = part.lines().get(0);
              assertEquals(Instant.parse("2025-03-01T11:02:07.121300Z"), found.at(), line);
              assertEquals("kube-apiserver", found.component(), line);
            });
  }

  @Test
  void aJournalThatLostKlogsHeaderIsStillRead() {
    LogPart part =
        read(
            "x.json",
            "{\"__REALTIME_TIMESTAMP\":\"1740826927121300\",\"_HOSTNAME\":\"cp-1\","
                + "\"SYSLOG_IDENTIFIER\":\"kube-apiserver\",\"MESSAGE\":\"\\\"Unable to"
                + " authenticate the request\\\" err=\\\"invalid bearer token\\\"\"}");
    assertEquals(Reason.UNRECOGNISED, ((Refused) only(part)).reason());
    assertEquals("cp-1", part.file().host());
  }

  @Test
  void theYearIsTheOneThatPutsAStampNearestToTheInput() {
    LogPart part = read("kubelet.log", "I1231 23:59:00.000000 1 kubelet.go:1] x");
    assertEquals(Instant.parse("2024-12-31T23:59:00Z"), part.file().firstAt().orElseThrow());
  }

  @Test
  void aStampWithoutAZoneIsOfTheGivenZoneAndOneBesideAFullStampIsOfThat() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertEquals(
        Instant.parse("2025-03-01T10:02:07.121300Z"),
        read("a.log", berlin, REFUSED).lines().get(0).at());
    assertEquals(
        Instant.parse("2025-03-01T05:32:07.121300Z"),
        read("a.log", berlin, "2025-03-01T05:32:07Z " + REFUSED).lines().get(0).at());
  }

  @Test
  void theCacheKeyOfATokenThatWasNotRefreshedTellsPodAccountAudienceAndLifetime() {
    String bound =
        "v1.BoundObjectReference{Kind:\\\"Pod\\\", APIVersion:\\\"v1\\\", Name:\\\"cart-1\\\","
            + " UID:\\\"u-1\\\"}";
    TokenNotRefreshed wanted =
        new TokenNotRefreshed("shop", "cart", "cart-1", "u-1", "vault", 900, false, "refused");
    for (String slot : List.of("", "/\\\"\\\"")) {
      String key = "\\\"cart\\\"/\\\"shop\\\"/[]string{\\\"vault\\\"}/900/" + bound + slot;
      assertEquals(
          wanted,
          only(
              read(
                  "kubelet-n1.log",
                  "E0301 10:58:11.000123    2211 token_manager.go:123] \"Couldn't update token\""
                      + " err=\"refused\" cacheKey=\""
                      + key
                      + "\"")));
    }
    assertEquals(
        wanted,
        only(
            read(
                "kubelet-n1.log",
                "E0301 10:58:11.000123    2211 token_manager.go:98] couldn't update token "
                    + "\"cart\"/\"shop\"/[]string{\"vault\"}/900/"
                    + bound.replace("\\", "")
                    + ": refused")));
  }

  @Test
  void aTokenThatCouldNotBeFetchedAtAllIsFatal() {
    assertEquals(
        new TokenNotRefreshed("shop", "", "cart-1", "", "", 0, true, "Unauthorized"),
        only(
            read(
                "kubelet-n1.log",
                "E0301 11:20:40.100000    2211 projected.go:194] Error preparing data for projected"
                    + " volume kube-api-access-abcde for pod shop/cart-1: failed to fetch token:"
                    + " Unauthorized")));
  }

  @Test
  void aMountThatFailedForWantOfATokenNamesPodAndVolume() {
    assertEquals(
        new MountFailed(
            "",
            "pay-1",
            "csi-data",
            "kubernetes.io/csi: mounter.SetUpAt failed to get service accoount token attributes:"
                + " failed to fetch token: serviceaccounts \"pay\" is forbidden"),
        only(
            read(
                "kubelet-n1.log",
                "E0301 11:20:40.100000    2211 nestedpendingoperations.go:348] Operation for"
                    + " \"{volumeName:v podName:u nodeName:}\" failed. No retries permitted until"
                    + " later (durationBeforeRetry 2m2s). Error: MountVolume.SetUp failed for"
                    + " volume \"csi-data\" (UniqueName: \"kubernetes.io/csi/x\") pod \"pay-1\""
                    + " (UID: \"u\") : kubernetes.io/csi: mounter.SetUpAt failed to get service"
                    + " accoount token attributes: failed to fetch token: serviceaccounts \"pay\""
                    + " is forbidden")));
  }

  @Test
  void aMountThatFailedForAnotherReasonMeansNothing() {
    LogPart part =
        read(
            "kubelet-n1.log",
            "E0301 11:20:40.100000    2211 nestedpendingoperations.go:348] Error:"
                + " MountVolume.SetUp failed for volume \"nfs\" : exit status 32");
    assertTrue(part.lines().isEmpty());
  }

  @Test
  void theRequestLogLinksAnAuditIdToItsAnswer() {
    assertEquals(
        new Served("id-1", 401, "2001:db8::1"),
        only(
            read(
                "kube-apiserver.log",
                "I0301 11:02:07.121300       1 httplog.go:134] \"HTTP\" verb=\"LIST\""
                    + " URI=\"/api/v1/pods\" audit-ID=\"id-1\" srcIP=\"[2001:db8::1]:4711\""
                    + " resp=401")));
  }

  @Test
  void aKubeletThatTheServerRefusesIsUnwellAndAnotherComponentIsNot() {
    String refused =
        " \"Failed to ensure lease exists, will retry\" err=\"Unauthorized\" interval=\"7s\"";
    assertEquals(
        "unauthorized",
        ((KubeletUnwell)
                only(
                    read(
                        "kubelet-n1.log",
                        "E0301 11:02:07.1 1 controller.go:145]" + refused,
                        "I0301 11:02:07.1 1 kubelet.go:2] x")))
            .what());
    assertTrue(
        read(
                "kube-scheduler.log",
                "E0301 11:02:07.1 1 controller.go:145]" + refused,
                "I0301 11:02:07.1 1 schedule_one.go:2] x")
            .lines()
            .isEmpty());
  }

  @Test
  void aPlegThatWasNeverSeenYetIsAStartNotAFault() {
    String skipping = "E0301 11:02:07.1 1 kubelet.go:2] \"Skipping pod synchronization\" err=";
    assertTrue(
        read("k.log", skipping + "\"PLEG is not healthy: pleg has yet to be successful\"")
            .lines()
            .isEmpty());
    assertEquals(
        "pleg",
        ((KubeletUnwell)
                only(
                    read(
                        "k.log",
                        skipping + "\"PLEG is not healthy: pleg was last seen active 4m0s ago\"")))
            .what());
  }

  @Test
  void aStackTraceContinuesItsLineAndACutHeaderIsARejectedLine() {
    LogPart part =
        read(
            "kube-apiserver.log",
            REFUSED,
            "goroutine 1 [running]:",
            "\tmain.go:1 +0x1",
            "E0301 11:02:0");
    assertEquals(1, part.lines().size());
    assertEquals(List.of("line:4"), tally.rejects().stream().map(r -> r.positionText()).toList());
    assertEquals(1, tally.row("", 0).records());
  }

  @Test
  void noCredentialOfALogIsKept() {
    String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0." + "c2lnbmF0dXJl".repeat(4);
    LogPart part =
        read(
            "kube-apiserver.log",
            "E0301 11:02:07.121300       1 authentication.go:75] \"Unable to authenticate the"
                + " request\" err=\"oidc: verify token: "
                + token
                + "\"");
    assertFalse(part.toString().contains("c2lnbmF0dXJl"));
  }

  @Test
  void aCollectorsNameIsNotTakenForTheMachines() {
    String entry = "2025-03-01T11:02:07+0000 loghost kube-apiserver[1]: " + REFUSED;
    List<LogPart> parts =
        LogHosts.settled(
            List.of(
                read("a/kube-apiserver-cp-1.log.gz", entry),
                read("a/kube-apiserver-cp-2.log.gz", entry)));
    assertEquals(
        List.of("cp-1", "cp-2"), parts.stream().map(p -> p.lines().get(0).host()).toList());
  }

  @Test
  void theFlagsThatAServerPrintsAtItsStartAreKept() {
    LogPart part =
        read(
            "kube-apiserver.log",
            "I0301 11:00:00.1 1 flags.go:64] FLAG: --api-audiences=\"[a,b]\"",
            "I0301 11:00:00.1 1 flags.go:64] FLAG: --oidc-issuer-url=\"\"");
    assertEquals(List.of("--api-audiences=a", "--api-audiences=b"), part.commandLine());
  }

  @Test
  void nothingWasLoggedAfterTheRunThatReadsIt() {
    String klog = "I0828 10:00:00.000001     812 kubelet.go:1] \"a\"";
    assertEquals(year(REFERENCE), yearOf(read("kubelet.log", klog)));
    latest = REFERENCE.plus(Duration.ofDays(2));
    assertEquals(year(REFERENCE) - 1, yearOf(read("kubelet.log", klog)));
  }

  @Test
  void theHeadingOfAJournalTellsItsYear() {
    String line =
        "Feb 05 09:21:03 n1 kubelet[41]: I0205 09:21:03.316647      41 kubelet.go:1] \"a\"";
    assertEquals(
        2020,
        yearOf(
            read(
                "journal.txt",
                "-- Logs begin at Fri 2019-11-29 03:46:43 PST, end at Wed 2020-02-05 09:21:06 PST. --",
                line)));
    assertEquals(
        2022,
        yearOf(
            read(
                "journal.txt",
                "-- Journal begins at Fri 2021-11-29 03:46:43 UTC, ends at Sat 2022-02-05 09:21:06 UTC. --",
                line)));
  }

  @Test
  void programsOfSnapsAreKnown() {
    for (String unit : new String[] {"snap.k8s.kubelet", "microk8s.daemon-kubelet"}) {
      LogPart part = read("x.log", "2025-03-01T10:00:20+0000 n1 " + unit + "[12]: pod sync failed");
      assertEquals("kubelet", part.file().component(), unit);
    }
  }

  private static int year(Instant at) {
    return at.atZone(ZoneOffset.UTC).getYear();
  }

  private static int yearOf(LogPart part) {
    return year(part.file().firstAt().orElseThrow());
  }
}
