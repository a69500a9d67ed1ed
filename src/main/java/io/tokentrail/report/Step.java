package io.tokentrail.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a remedy: words, or a command with what to do with it before and what to look for
 * after it.
 *
 * @param words what to do; empty when the command stands alone
 * @param command a complete command; empty when the step has none
 * @param note what the command shows, risks or proves; empty when nothing needs saying
 */
public record Step(String words, String command, String note) {

  private static final String TOOLS =
      "(?:kubectl|ssh|sudo|systemctl|journalctl|tokentrail|helm|kubeadm|crictl|openssl|chronyc"
          + "|timedatectl|curl|aws|gcloud|az|oc|terraform|grep(?= -)|ls(?= -))";
  private static final Pattern BARE = Pattern.compile("^(" + TOOLS + " [^`]*)$");
  private static final Pattern AFTER_COLON =
      Pattern.compile("^(.*?):\\s+`?(" + TOOLS + " [^`]*)`?\\.?$", Pattern.DOTALL);
  private static final Pattern ASIDE =
      Pattern.compile("^(.*?)(?:\\s+#\\s+|;\\s+(?!" + TOOLS + " ))(.*)$");
  private static final Pattern PLAIN = Pattern.compile("[ -~]+");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

  /** Tells the command of a step from its words. Nothing but printable ASCII is a command. */
  public static Step of(String text) {
    Step alone = new Step(text, "", "");
    if (!PLAIN.matcher(text).matches()) {
      return alone;
    }
    Step step = alone;
    Matcher bare = BARE.matcher(text);
    Matcher colon = AFTER_COLON.matcher(text);
    if (bare.matches()) {
      step = split("", text);
    } else if (colon.matches()) {
      step = split(colon.group(1).strip(), colon.group(2));
    }
    return prose(step.command()) ? alone : step;
  }

  /** Moves a comment, and words after a semicolon that are no command, from the command. */
  private static Step split(String words, String command) {
    Matcher aside = ASIDE.matcher(command);
    return aside.matches()
        ? new Step(words, aside.group(1).strip(), aside.group(2).strip())
        : new Step(words, command.strip(), "");
  }

  /** A sentence that begins with a tool's name: outside quotes no command has a comma and a gap. */
  private static boolean prose(String command) {
    return QUOTED.matcher(command).replaceAll("").contains(", ");
  }
}
