package io.tokentrail.report.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium with one page, spoken to in its own protocol (CDP) over the JDK's web socket.
 * It keeps what a page must not do: messages on the console, dialogs, requests for anything else
 * than the page itself.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final String LISTENING = "DevTools listening on ";
  private static final int SECONDS = 60;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger serial = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonNode> loads = new LinkedBlockingQueue<>();
  private final List<String> wrongs = new ArrayList<>();
  private String session = "";
  private String page = "";

  private Chromium(Path browser) throws IOException {
    profile = Files.createTempDirectory("tokentrail-chromium-");
    process =
        new ProcessBuilder(
                browser.toString(),
                "--headless=new",
                // Root has no sandbox of its own to give; the pages are ours.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-extensions",
                "--disable-sync",
                "--disable-component-update",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Ear())
            .join();
    String target =
        call("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asText();
    session =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Where a browser is installed, if one is. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(dir -> NAMES.stream().map(name -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() {
    try {
      return new Chromium(installed().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String address() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread rest = new Thread(() -> lines.lines().forEach(l -> {}), "chromium-stderr");
        rest.setDaemon(true);
        rest.start();
        return line.substring(LISTENING.length());
      }
    }
    throw new IOException("the browser ended before it listened");
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void heard(String text) {
    JsonNode message;
    try {
      message = MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (message.has("id")) {
      answers.remove(message.get("id").asInt()).complete(message);
      return;
    }
    JsonNode told = message.path("params");
    switch (message.path("method").asText()) {
      case "Page.loadEventFired" -> loads.add(told);
      case "Runtime.consoleAPICalled" -> wrong("console: " + told.path("args"));
      case "Runtime.exceptionThrown" -> wrong("exception: " + told.path("exceptionDetails"));
      case "Log.entryAdded" -> wrong("log: " + told.at("/entry/text").asText());
      case "Page.javascriptDialogOpening" -> {
        wrong("dialog: " + told.path("message").asText());
        CompletableFuture<JsonNode> unused =
            send("Page.handleJavaScriptDialog", Map.of("accept", false));
      }
      case "Network.requestWillBeSent" -> {
        String url = told.at("/request/url").asText();
        if (!url.equals(page) && !url.startsWith("data:")) {
          wrong("request: " + url);
        }
      }
      default -> {}
    }
  }

  private void wrong(String what) {
    synchronized (wrongs) {
      wrongs.add(what.substring(0, Math.min(600, what.length())));
    }
  }

  /** What the page did since the last question that a report must not do. */
  List<String> wrongs() {
    synchronized (wrongs) {
      List<String> all = List.copyOf(wrongs);
      wrongs.clear();
      return all;
    }
  }

  private CompletableFuture<JsonNode> send(String method, Map<String, ?> parameters) {
    int id = serial.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
    message.set("params", MAPPER.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
    return answer;
  }

  /** Calls a method of the protocol and waits for its answer. */
  JsonNode call(String method, Map<String, ?> parameters) {
    try {
      JsonNode answer = send(method, parameters).get(SECONDS, TimeUnit.SECONDS);
      if (answer.has("error")) {
        throw new AssertionError(method + ": " + answer.get("error"));
      }
      return answer.path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(method, e);
    }
  }

  /** A screen: its size in CSS pixels, its medium and its colours. */
  void screen(int width, int height, String medium, String scheme) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void scripts(boolean allowed) {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** Opens a page and waits until it is loaded. */
  void open(URI address) {
    call("Page.navigate", Map.of("url", "about:blank"));
    await();
    page = address.toString();
    wrongs();
    call("Page.navigate", Map.of("url", page));
    await();
  }

  private void await() {
    try {
      if (loads.poll(SECONDS, TimeUnit.SECONDS) == null) {
        throw new AssertionError("the page did not load: " + page);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The value of an expression in the page, awaited where it is a promise. */
  JsonNode value(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of(
                "expression",
                expression,
                "returnByValue",
                true,
                "awaitPromise",
                true,
                "userGesture",
                true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /** Clicks, presses and releases where an element's middle is; it must be on the screen. */
  void click(String selector) {
    JsonNode at =
        value(
            "(function(){var e=document.querySelector('"
                + selector
                + "');e.scrollIntoView({block:'center'});var r=e.getBoundingClientRect();"
                + "return [r.left+r.width/2,r.top+r.height/2]})()");
    mouse("mousePressed", at.get(0).asDouble(), at.get(1).asDouble());
    mouse("mouseReleased", at.get(0).asDouble(), at.get(1).asDouble());
  }

  void mouse(String type, double x, double y) {
    call(
        "Input.dispatchMouseEvent",
        Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
  }

  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // A helper process of the browser may still write there; the system's temporary folder it is.
    }
  }
}
