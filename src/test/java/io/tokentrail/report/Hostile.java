package io.tokentrail.report;

import java.util.List;
import java.util.stream.Collectors;

/** Texts that somebody chose to do harm, each with what it is meant to break. */
public final class Hostile {

  /** All of them. */
  public static final List<String> TEXTS =
      List.of(
          // markup and script
          "\"><svg onload=alert(1)>",
          "<img src=x onerror=alert(1)>",
          "</script><script>alert(1)</script>",
          "</style><style>*{display:none}</style>",
          "</title><svg><script>alert(1)</script></svg>",
          "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "]]><!--",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=alert(1) x=\"",
          "javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "<base href=//evil.example/>",
          "<meta http-equiv=refresh content=0;url=//evil.example>",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;svg onload=alert(1)&#62;",
          // formulas
          "=HYPERLINK(\"http://evil.example\",\"x\")",
          "+1+cmd|' /C calc'!A0",
          "-2+3+cmd|' /C calc'!A0",
          "@SUM(1+1)",
          "\t=1+1",
          "\r=1+1",
          // terminals
          "\u001b]0;owned\u0007\u001b[2J",
          "\u009b31mred",
          "\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\",
          "a\r\nb\tc",
          "\u0008\u0008\u0008gone",
          // what an eye cannot see, or reads otherwise
          "safe\u202egnp.exe",
          "a\u2066b\u2069c",
          "zero\u200bwidth\u200djoined\ufeff",
          "\u0645\u0631\u062d\u0628\u0627 account",
          "e\u0301\u0301\u0301\u0301\u0301 zalgo",
          "p\u0430yments",
          "line\u2028paragraph\u2029end",
          "nul\0in\0between",
          "\ud83d half a pair",
          "\ude00 other half",
          "\ud83d\ude00 whole pair",
          // templates and shells
          "${7*7}#{7*7}@if(true)",
          "{{constructor.constructor('alert(1)')()}}",
          "$(reboot);`reboot`",
          "a'; DROP TABLE findings; --",
          "../../../../etc/passwd",
          "//evil.example/x",
          // JSON
          "\",\"schema\":2,\"x\":\"",
          "\\u0022\\",
          // long ones
          "long-name-".repeat(120));

  private Hostile() {}

  /** The text as a failing test may print it. */
  public static String shown(String text) {
    return text.chars()
        .limit(60)
        .mapToObj(c -> c < ' ' || c > '~' ? String.format("\\u%04x", c) : Character.toString(c))
        .collect(Collectors.joining());
  }
}
