package io.tokentrail.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * One run of the command in this JVM.
 *
 * @param code exit code
 * @param out stdout
 * @param err stderr
 */
public record Run(int code, String out, String err) {

  /** Runs the command with these arguments. */
  public static Run of(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream realOut = System.out;
    PrintStream realErr = System.err;
    int code;
    try (PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      System.setOut(o);
      System.setErr(e);
      code =
          Main.run(
              new PrintWriter(o, true, StandardCharsets.UTF_8),
              new PrintWriter(e, true, StandardCharsets.UTF_8),
              args);
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
