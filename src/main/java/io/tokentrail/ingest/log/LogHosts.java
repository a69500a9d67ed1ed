package io.tokentrail.ingest.log;

import io.tokentrail.model.LogFile;
import io.tokentrail.model.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells machines from collectors. Where several files that are named after different machines all
 * carry one host in their lines, that host is where the logs were gathered, not where they were
 * written: then the files' names count.
 */
public final class LogHosts {

  private LogHosts() {}

  /** The same parts with the hosts settled. */
  public static List<LogPart> settled(List<LogPart> parts) {
    Map<String, Set<String>> namesByHost = new TreeMap<>();
    for (LogPart part : parts) {
      String named = Components.hostOfPath(part.file().path());
      if (!named.isEmpty() && !part.file().host().isEmpty()) {
        namesByHost.computeIfAbsent(key(part), k -> new TreeSet<>()).add(named);
      }
    }
    List<LogPart> all = new ArrayList<>();
    for (LogPart part : parts) {
      String named = Components.hostOfPath(part.file().path());
      boolean collector = namesByHost.getOrDefault(key(part), Set.of()).size() > 1;
      all.add(collector && !named.isEmpty() ? moved(part, named) : part);
    }
    return all;
  }

  private static String key(LogPart part) {
    return part.file().component() + " " + part.file().host();
  }

  private static LogPart moved(LogPart part, String host) {
    LogFile file = part.file();
    return new LogPart(
        new LogFile(file.path(), file.component(), host, file.firstAt(), file.lastAt()),
        part.lines().stream()
            .map(l -> new LogLine(l.at(), l.component(), host, l.meaning(), l.place()))
            .toList(),
        part.flags());
  }
}
