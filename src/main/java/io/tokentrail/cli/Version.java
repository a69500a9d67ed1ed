package io.tokentrail.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version and commit of this build, from the resource that the build writes. */
final class Version implements IVersionProvider {

  /** The version, such as {@code 0.1.0-SNAPSHOT}. */
  static String number() {
    return properties().getProperty("version", "unknown");
  }

  /** The commit it was built from, empty when the build could not tell. */
  static String commit() {
    String commit = properties().getProperty("commit", "");
    return commit.startsWith("$") ? "" : commit;
  }

  private static Properties properties() {
    Properties all = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      if (in != null) {
        all.load(in);
      }
    } catch (IOException e) {
      return new Properties();
    }
    return all;
  }

  @Override
  public String[] getVersion() {
    String commit = commit();
    return new String[] {"tokentrail " + number() + (commit.isEmpty() ? "" : " (" + commit + ")")};
  }
}
