package io.tokentrail.cli;

import io.tokentrail.ingest.SideOptions;
import io.tokentrail.ingest.SideReading;
import io.tokentrail.ingest.source.LocalFiles;
import io.tokentrail.ingest.source.Offering;
import io.tokentrail.model.InputFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The file of {@code --public-key}: exactly one key. */
final class PublicKeyFile {

  private PublicKeyFile() {}

  static PublicKey read(CommandLine verb, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(verb, "cannot read --public-key " + file);
    }
    String path = file.toAbsolutePath().toString();
    LocalFiles access = new LocalFiles();
    List<PublicKey> keys =
        SideReading.read(
                Offering.of(List.of(path), Map.of(path, InputFile.Kind.KEYS), access),
                access,
                new SideOptions(ZoneOffset.UTC, Instant.EPOCH, Map.of(), 0, false))
            .keys()
            .publicKeys();
    if (keys.size() != 1) {
      throw new ParameterException(
          verb,
          "--public-key "
              + file
              + " holds "
              + (keys.isEmpty() ? "no public key" : keys.size() + " public keys")
              + "; expected one, as of: openssl pkey -in KEY -pubout");
    }
    return keys.get(0);
  }
}
