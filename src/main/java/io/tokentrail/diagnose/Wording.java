package io.tokentrail.diagnose;

import io.tokentrail.model.Account;
import io.tokentrail.model.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How times, counts and names are put into sentences and commands. */
final class Wording {

  /** The grammar of Kubernetes object names (DNS subdomain); nothing else goes into a command. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  /** Enough for a user name of an account: the cleaner's has 70 characters. */
  private static final int QUOTE = 80;

  private Wording() {}

  static String utc(Instant time) {
    return Utc.second(time);
  }

  static String count(long number, String noun) {
    return count(number, noun, noun + "s");
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** Names, at most three of them, and how many more. */
  static String some(Collection<String> names) {
    List<String> sorted = names.stream().sorted().distinct().toList();
    String first = String.join(", ", sorted.stream().limit(3).toList());
    return sorted.size() > 3 ? first + " and " + (sorted.size() - 3) + " more" : first;
  }

  /** Text that a stranger chose, made fit for a sentence: printable ASCII, cut, in quotes. */
  static String quote(String text) {
    String plain = text.replaceAll("[^ -~]", "?").replace('"', '\'');
    return '"' + (plain.length() > QUOTE ? plain.substring(0, QUOTE) + "..." : plain) + '"';
  }

  /**
   * A name for a command: itself when it is a Kubernetes name, else a variable to fill in. A shell
   * stops at it while it is not set, where {@code <name>} would have redirected the input.
   */
  static String name(String name, String placeholder) {
    return NAME.matcher(name).matches() ? name : unset(placeholder);
  }

  /** A variable that the operator sets. */
  static String unset(String placeholder) {
    return "\"${" + placeholder.toUpperCase(Locale.ROOT).replace('-', '_') + ":?}\"";
  }

  static String namespace(Account account) {
    return name(account.namespace(), "namespace");
  }

  static String account(Account account) {
    return name(account.name(), "service-account");
  }
}
