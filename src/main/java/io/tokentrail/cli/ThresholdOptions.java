package io.tokentrail.cli;

import io.tokentrail.model.Thresholds;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Limits that are a matter of an organisation's policy. */
final class ThresholdOptions implements InputOptions.Judging {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--look-back",
      paramLabel = "DAYS",
      defaultValue = "90",
      description =
          "A legacy token is stale when it was not used for so long before the newest time in the input."
              + " Default: ${DEFAULT-VALUE}.")
  private int lookBackDays = 90;

  @Option(
      names = "--long-lived",
      paramLabel = "HOURS",
      defaultValue = "24",
      description =
          "A token that was asked for with a longer lifetime is LONG_LIVED_TOKEN. Default: ${DEFAULT-VALUE}.")
  private int longLivedHours = 24;

  @Option(
      names = "--short-lived",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description =
          "Up to this lifetime late refreshes are SHORT_EXPIRATION. Default: ${DEFAULT-VALUE}.")
  private int shortLivedMinutes = 15;

  @Option(
      names = "--shared-by",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "An account that so many unrelated workloads run as is SHARED_ACCOUNT. Default: ${DEFAULT-VALUE}.")
  private int sharedBy = 3;

  @Override
  public Duration lookBack() {
    if (lookBackDays < 0) {
      throw new ParameterException(spec.commandLine(), "--look-back is not negative");
    }
    return Duration.ofDays(lookBackDays);
  }

  @Override
  public Thresholds thresholds(Duration gap) {
    if (longLivedHours < 0 || shortLivedMinutes < 0 || sharedBy < 2) {
      throw new ParameterException(
          spec.commandLine(),
          "a lifetime is not negative, and an account is shared by two or more");
    }
    return new Thresholds(
        gap, Duration.ofHours(longLivedHours), Duration.ofMinutes(shortLivedMinutes), sharedBy);
  }
}
