package io.tokentrail.cli;

import io.tokentrail.evidence.Folder;
import io.tokentrail.model.Report;
import io.tokentrail.pipeline.FactsFolder;
import io.tokentrail.pipeline.OutputFolder;
import io.tokentrail.pipeline.RunFailed;
import io.tokentrail.pipeline.Trouble;
import io.tokentrail.report.ReportFormat;
import io.tokentrail.report.ReportFormats;
import io.tokentrail.report.SharedReport;
import io.tokentrail.report.json.DamagedReport;
import io.tokentrail.report.json.JsonFormat;
import io.tokentrail.report.json.SavedReport;
import io.tokentrail.report.json.SummaryJson;
import io.tokentrail.report.terminal.Summary;
import io.tokentrail.report.terminal.Written;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: everything but report.json again, from report.json alone. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Renders a report again from its report.json: report.html, the tables and the summary, the same bytes as `analyze`"
          + " wrote. Needs neither the input nor Spark.",
      ""
    },
    footer = {
      "",
      "Files that are as they should be are left alone. A folder with evidence/ is not changed: its manifest lists what"
          + " was written. --out renders beside it; the evidence goes along where the bytes are the same.",
      "",
      "  tokentrail report demo-report",
      "  tokentrail report demo-report --out again --json"
    })
final class RenderAgain implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "What `analyze --out DIR` wrote.")
  private Path dir;

  @Option(
      names = "--out",
      paramLabel = "OTHER",
      description = "Where the report goes instead; report.json is copied there.")
  private Path out;

  @Option(names = "--force", description = "Replace OTHER when it exists.")
  private boolean force;

  @Option(names = "--json", description = "The summary as JSON on stdout.")
  private boolean json;

  @Mixin private TerminalOptions terminal;

  @Override
  public Integer call() {
    Report report = read();
    List<Written> written = new ArrayList<>();
    if (out == null) {
      written.addAll(inPlace(report));
    } else {
      OutputFolder folder = new OutputFolder(out, force);
      folder.check();
      folder.write(
          fresh -> {
            written.addAll(render(report, fresh, out));
            carry(fresh);
          });
    }
    PrintWriter results = spec.commandLine().getOut();
    results.print(
        json
            ? SummaryJson.of(report)
            : Summary.render(
                report, Screens.of(terminal), (out == null ? dir : out).toString(), written));
    results.flush();
    return ExitCode.DONE.code();
  }

  private Report read() {
    Path file = dir.resolve(JsonFormat.FILE);
    try {
      return SavedReport.read(file);
    } catch (DamagedReport e) {
      throw failed(RunFailed.Kind.NOTHING_READ, "cannot render " + file, e.getMessage());
    } catch (IOException e) {
      throw failed(
          RunFailed.Kind.NOTHING_READ,
          "cannot read " + file + ": " + Trouble.of(e),
          "Expected: the folder that `tokentrail analyze --out DIR` wrote.");
    }
  }

  /** Every file into a folder of its own; report.json stays as it is and is copied. */
  private List<Written> render(Report report, Path fresh, Path shown) throws IOException {
    List<Written> all = new ArrayList<>();
    SharedReport told = new SharedReport(report);
    for (ReportFormat format : ReportFormats.ALL) {
      List<Path> files = format.write(told, fresh);
      if (format instanceof JsonFormat) {
        Files.write(
            fresh.resolve(JsonFormat.FILE), Files.readAllBytes(dir.resolve(JsonFormat.FILE)));
      }
      all.add(Outputs.told(format, files, fresh, shown.toString()));
    }
    return all;
  }

  /** Evidence goes along as long as it is true of what was rendered. */
  private void carry(Path fresh) throws IOException {
    if (!Files.isDirectory(dir.resolve(Folder.EVIDENCE))) {
      return;
    }
    List<Path> changed = OutputFolder.changed(fresh, dir);
    if (changed.isEmpty()) {
      OutputFolder.copy(List.of(Folder.EVIDENCE, FactsFolder.NAME), dir, fresh);
    } else if (!terminal.quiet) {
      spec.commandLine()
          .getErr()
          .println(
              "tokentrail: evidence/ was not copied: "
                  + changed.get(0)
                  + " is another one than that which its manifest lists");
    }
  }

  private List<Written> inPlace(Report report) {
    List<Written> written = new ArrayList<>();
    OutputFolder.beside(
        dir,
        fresh -> {
          written.addAll(render(report, fresh, dir));
          List<Path> changed = OutputFolder.changed(fresh, dir);
          if (!changed.isEmpty() && Files.isDirectory(dir.resolve(Folder.EVIDENCE))) {
            throw failed(
                RunFailed.Kind.NOT_WRITTEN,
                dir + " was not changed",
                changed.get(0) + " would differ from what evidence/manifest.json lists.",
                "Render beside it: --out OTHER");
          }
          OutputFolder.move(changed, fresh, dir);
        });
    return written;
  }

  private static RunFailed failed(RunFailed.Kind kind, String message, String... details) {
    return new RunFailed(kind, message, List.of(details));
  }
}
