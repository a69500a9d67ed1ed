package io.tokentrail.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a remedy: words, a command, or words and the command that does it.
 *
 * @param words what to do, or what the command does; may be empty beside a command
 * @param command a complete command; empty when the step has none
 */
public record Step(String words, String command) {

  private static final String TOOLS =
      "(?:kubectl|ssh|sudo|systemctl|journalctl|tokentrail|helm|kubeadm|crictl|openssl|chronyc"
          + "|timedatectl|curl|aws|gcloud|az|oc|terraform)";
  private static final Pattern BARE = Pattern.compile("^(" + TOOLS + " [^`]*)$");
  private static final Pattern AFTER_COLON =
      Pattern.compile("^(.*?):\\s+`?(" + TOOLS + " [^`]*)`?\\.?$", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("^(.*?)`(" + TOOLS + " [^`]*)`(.*)$");
  private static final Pattern ASIDE =
      Pattern.compile("^(.*?)(?:\\s+#\\s+|;\\s+(?!" + TOOLS + " ))(.*)$");
  private static final Pattern PLAIN = Pattern.compile("[ -~]+");

  /** Tells the command of a step from its words. Nothing but printable ASCII is a command. */
  public static Step of(String text) {
    if (!PLAIN.matcher(text).matches()) {
      return new Step(text, "");
    }
    Matcher bare = BARE.matcher(text);
    if (bare.matches()) {
      return split("", text);
    }
    Matcher colon = AFTER_COLON.matcher(text);
    if (colon.matches()) {
      return split(colon.group(1).strip(), colon.group(2));
    }
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.matches()) {
      String words = quoted.group(1).strip() + " " + quoted.group(3).strip();
      return split(words.strip(), quoted.group(2));
    }
    return new Step(text, "");
  }

  /** Moves a comment, and words after a semicolon that are no command, from the command. */
  private static Step split(String words, String command) {
    Matcher aside = ASIDE.matcher(command);
    if (!aside.matches()) {
      return new Step(words, command.strip());
    }
    String after = aside.group(2).strip();
    return new Step(words.isEmpty() ? after : words + "; " + after, aside.group(1).strip());
  }
}
