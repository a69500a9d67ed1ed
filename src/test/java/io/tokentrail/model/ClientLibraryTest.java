package io.tokentrail.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientLibraryTest {

  private static Optional<Boolean> rereads(String agent) {
    return ClientLibrary.of(agent).flatMap(ClientLibrary.Told::rereads);
  }

  @Test
  void anOldPythonClientReadsItsTokenOnce() {
    assertEquals(Optional.of(false), rereads("Swagger-Codegen/11.0.0/python"));
    assertEquals(Optional.of(false), rereads("OpenAPI-Generator/11.0.0/python"));
    assertEquals(Optional.of(true), rereads("OpenAPI-Generator/12.0.0/python"));
    assertEquals(Optional.of(true), rereads("OpenAPI-Generator/29.0.0+snapshot/python"));
  }

  @Test
  void versionsAreComparedAsNumbers() {
    assertEquals(Optional.of(false), rereads("fabric8-kubernetes-client/5.6.0"));
    assertEquals(Optional.of(true), rereads("fabric8-kubernetes-client/5.12.10"));
    assertEquals(Optional.of(true), rereads("Kubernetes Java Client/15.0.0-SNAPSHOT"));
    assertEquals(Optional.of(true), rereads("Kubernetes Java Client/9.0"));
  }

  @Test
  void aGoProgramTellsItsOwnVersionOnly() {
    ClientLibrary.Told told =
        ClientLibrary.of("cart/v0.0.0 (linux/amd64) kubernetes/$Format").orElseThrow();
    assertEquals(ClientLibrary.CLIENT_GO, told.client());
    assertEquals(Optional.empty(), told.rereads());
    assertEquals("client-go, which re-reads its token file from 0.15.7 on", told.says());
  }

  @Test
  void anAgentOfItsOwnTellsNothing() {
    for (String agent :
        new String[] {
          "", "curl/8.5.0", "okhttp/4.12.0", "python-requests/2.31", "x".repeat(9000)
        }) {
      assertEquals(Optional.empty(), ClientLibrary.of(agent), agent);
    }
  }

  @Test
  void everyLibraryHasAFirstVersion() {
    for (ClientLibrary one : ClientLibrary.values()) {
      assertTrue(ClientLibrary.versions().contains(one.since()), one.name());
    }
  }
}
