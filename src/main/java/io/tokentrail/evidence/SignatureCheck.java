package io.tokentrail.evidence;

import io.tokentrail.model.Difference;
import io.tokentrail.model.Manifest;
import io.tokentrail.model.Verification.Signature;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who signed a manifest.
 *
 * @param state what is known of it
 * @param differences what is wrong with it
 */
public record SignatureCheck(Signature state, List<Difference> differences) {

  public SignatureCheck {
    differences = List.copyOf(differences);
  }

  /**
   * What a verifier asks for.
   *
   * @param key whose signature it should be; empty when nobody was named
   * @param required whether a signature that can be checked must be there
   */
  public record Asked(Optional<PublicKey> key, boolean required) {}

  /**
   * Checks it.
   *
   * @param seal what the manifest says of who signs it
   * @param manifest the manifest's bytes as they stand in the folder
   * @param jws the signature beside it; empty when there is none
   */
  public static SignatureCheck of(
      Manifest.Seal seal, byte[] manifest, Optional<String> jws, Asked asked) {
    if (jws.isEmpty()) {
      return absent(seal, asked);
    }
    List<Difference> differences = new ArrayList<>();
    JwsCheck.carries(jws.get(), manifest)
        .ifPresent(why -> differences.add(wrong(Folder.SIGNATURE, why)));
    if (!seal.signed()) {
      differences.add(wrong(Folder.SIGNATURE, "it is there, and the manifest says: not signed"));
    }
    if (asked.key().isEmpty()) {
      if (asked.required()) {
        differences.add(
            wrong(
                Folder.SIGNATURE,
                "it cannot be checked without its public key: give --public-key PEM"));
      }
      return new SignatureCheck(
          differences.isEmpty() || asked.required() ? Signature.UNCHECKED : Signature.INVALID,
          differences);
    }
    PublicKey key = asked.key().get();
    JwsCheck.signedBy(jws.get(), key)
        .ifPresent(why -> differences.add(wrong(Folder.SIGNATURE, why)));
    if (differences.isEmpty() && !seal.keyId().equals(KeyIds.of(key))) {
      differences.add(wrong(Folder.MANIFEST, "it names another key than the one that signed it"));
    }
    return new SignatureCheck(
        differences.isEmpty() ? Signature.VALID : Signature.INVALID, differences);
  }

  private static SignatureCheck absent(Manifest.Seal seal, Asked asked) {
    if (seal.signed()) {
      return new SignatureCheck(
          Signature.INVALID,
          List.of(
              new Difference(
                  Difference.Kind.MISSING,
                  Folder.SIGNATURE,
                  "the manifest says that it is signed")));
    }
    return new SignatureCheck(
        Signature.ABSENT,
        asked.required() || asked.key().isPresent()
            ? List.of(wrong(Folder.MANIFEST, "nobody signed it"))
            : List.of());
  }

  private static Difference wrong(String file, String why) {
    return new Difference(Difference.Kind.SIGNATURE, file, why);
  }
}
