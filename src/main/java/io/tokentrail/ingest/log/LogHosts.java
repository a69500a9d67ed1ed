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
 * Tells machines from collectors. A host that stands in the lines of several files, named after
 * different machines, is where logs were gathered; so is one that no other file knows while the
 * machine in this file's name is known from others. Then the file's name counts.
 */
public final class LogHosts {

  private LogHosts() {}

  /** The same parts with the hosts settled. */
  public static List<LogPart> settled(List<LogPart> parts) {
    Map<String, Set<String>> namesByHost = new TreeMap<>();
    for (LogPart part : parts) {
      String named = named(part);
      if (!named.isEmpty() && !part.file().host().isEmpty()) {
        namesByHost.computeIfAbsent(key(part), k -> new TreeSet<>()).add(named);
      }
    }
    List<LogPart> all = new ArrayList<>();
    for (LogPart part : parts) {
      String named = named(part);
      boolean several = namesByHost.getOrDefault(key(part), Set.of()).size() > 1;
      boolean collector =
          several || (known(named, part, parts) && !known(part.file().host(), part, parts));
      all.add(collector && !named.isEmpty() ? moved(part, named) : part);
    }
    return all;
  }

  private static String named(LogPart part) {
    return Components.hostOfPath(part.file().path());
  }

  /** Whether another file knows a machine of this name, by its lines or by its own name. */
  private static boolean known(String host, LogPart except, List<LogPart> parts) {
    return parts.stream()
        .filter(other -> !other.file().path().equals(except.file().path()))
        .anyMatch(other -> other.file().host().equals(host) || named(other).equals(host));
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
