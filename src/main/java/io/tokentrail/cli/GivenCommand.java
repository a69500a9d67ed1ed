package io.tokentrail.cli;

import io.tokentrail.ingest.source.Masking;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line as it may be kept: nothing secret in it. */
final class GivenCommand {

  /** The place of a private key is nobody's business. */
  private static final String KEY_OPTION = "--signing-key";

  /** {@code s3a://id:secret@bucket}, and what stands behind the question mark of a signed URL. */
  private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

  private static final Pattern QUERY = Pattern.compile("(://[^?\\s]*\\?).+");

  private GivenCommand() {}

  /**
   * The words of a command.
   *
   * @param verb the verb that ran
   * @param args what it was given, the verb first
   * @param fixed whether the run's time was given: then what says only how the run is carried out
   *     is left out, as host and duration are, so that equal inputs give equal bytes
   */
  static List<String> of(CommandSpec verb, List<String> args, boolean fixed) {
    List<String> all = new ArrayList<>(List.of("tokentrail"));
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
      String name = equals < 0 ? arg : arg.substring(0, equals);
      OptionSpec option = name.startsWith("--") ? verb.findOption(name) : null;
      boolean apart = option != null && option.arity().max() > 0 && equals < 0;
      String value =
          equals >= 0
              ? arg.substring(equals + 1)
              : apart && i + 1 < args.size() ? args.get(++i) : "";
      if (fixed && Resolved.aside(name.replaceFirst("^--", "")) && !name.equals("--now")) {
        continue;
      }
      String shown = name.equals(KEY_OPTION) ? Masking.MASK : masked(value);
      if (equals >= 0) {
        all.add(name + "=" + shown);
      } else {
        all.add(masked(arg));
        if (apart) {
          all.add(shown);
        }
      }
    }
    return List.copyOf(all);
  }

  private static String masked(String word) {
    String plain = Masking.of(word);
    plain = USER.matcher(plain).replaceAll(Matcher.quoteReplacement(Masking.MASK));
    return QUERY.matcher(plain).replaceAll("$1" + Matcher.quoteReplacement(Masking.MASK));
  }
}
