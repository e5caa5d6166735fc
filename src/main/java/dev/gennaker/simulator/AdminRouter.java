package dev.gennaker.simulator;

import com.sun.net.httpserver.HttpExchange;
import dev.gennaker.simulator.files.Agents;
import dev.gennaker.simulator.files.Download;
import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Json;
import dev.gennaker.simulator.marathon.Marathon;
import dev.gennaker.simulator.marathon.Request;
import dev.gennaker.simulator.metronome.Metronome;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The front door: login, token check, faults, and the way to Marathon and Metronome. */
final class AdminRouter {

  private static final String SERVICE = "/service/marathon";
  private static final String LOGIN = "/acs/api/v1/auth/login";

  private final SimulatorSettings settings;
  private final Marathon marathon;
  private final Metronome metronome;
  private final Parts parts;
  private final DcosPages pages;

  /** What the front door and the control API share. */
  record Parts(
      Tokens tokens, Grants grants, Faults faults, RequestLog log, Clock clock, Agents agents) {}

  AdminRouter(SimulatorSettings settings, Marathon marathon, Metronome metronome, Parts parts) {
    this.settings = settings;
    this.marathon = marathon;
    this.metronome = metronome;
    this.parts = parts;
    this.pages = new DcosPages(settings, marathon, metronome, parts.agents());
  }

  void handle(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    var at = parts.clock().instant();
    byte[] body = exchange.getRequestBody().readAllBytes();
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().toString();
    Wire wire = new Wire(exchange);
    int status = 0;
    try {
      pause();
      Fault fault = parts.faults().take(method, path);
      if (fault != null && !fault.done()) {
        status = suffer(wire, fault);
        return;
      }
      String marathonPath = wire.path();
      Answer early = door(exchange, marathonPath, body);
      if (early == null && streams(exchange, marathonPath)) {
        status = 200;
        parts.log().add(at, method, path, body, status, millis(start));
        status = -1;
        stream(wire, exchange);
        return;
      }
      Answer answer = early != null ? early : service(wire, exchange, body);
      if (fault != null) {
        status = suffer(wire, fault);
        return;
      }
      Optional<Download> download =
          answer.status() == 401 ? Optional.empty() : download(exchange, marathonPath);
      if (download.isPresent()) {
        status = 200;
        wire.send(download.get());
        return;
      }
      // Written down first: who has the answer finds the call in the log.
      parts.log().add(at, method, path, body, answer.status(), millis(start));
      status = -1;
      wire.send(answer);
    } finally {
      if (status >= 0) {
        parts.log().add(at, method, path, body, status, millis(start));
      }
      exchange.close();
    }
  }

  private void pause() throws IOException {
    double seconds = marathon.knobs().answerSeconds();
    if (seconds > 0) {
      try {
        Thread.sleep(Math.round(seconds * 1000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  private static int suffer(Wire wire, Fault fault) throws IOException {
    if (fault.status() > 0) {
      wire.send(
          Answer.json(fault.status(), Json.object().put("message", "simulated " + fault.status())));
    }
    return fault.status();
  }

  /** What is answered before Marathon is asked at all. */
  private @Nullable Answer door(HttpExchange exchange, String path, byte[] body) {
    if (path.equals(LOGIN)) {
      return exchange.getRequestMethod().equals("POST")
          ? parts.tokens().login(body)
          : Answer.text(405, "text/plain", "Method Not Allowed");
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (settings.security() && !parts.tokens().accepts(authorization)) {
      return DcosPages.unauthorized();
    }
    String uid = parts.tokens().uid(authorization);
    Optional<Answer> refusal = parts.grants().refusal(uid, exchange.getRequestMethod(), path);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var query = Request.query(exchange.getRequestURI().getRawQuery());
    Answer page = pages.answer(exchange.getRequestMethod(), path, query, body);
    if (page != null) {
      return page;
    }
    if (parts.faults().leaderless()) {
      return Answer.json(
          502, Json.object().put("message", "Could not determine the current leader"));
    }
    return null;
  }

  private Optional<Download> download(HttpExchange exchange, String path) {
    var query = Request.query(exchange.getRequestURI().getRawQuery());
    return pages.download(exchange.getRequestMethod(), path, query);
  }

  private static String below(String path) {
    if (path.equals(SERVICE) || path.startsWith(SERVICE + "/")) {
      String rest = path.substring(SERVICE.length());
      return rest.isEmpty() ? "/" : rest;
    }
    return path;
  }

  private Answer service(Wire wire, HttpExchange exchange, byte[] body) {
    String method = exchange.getRequestMethod();
    Optional<String> jobs = metronomes(wire.path());
    if (jobs.isPresent()) {
      return metronome.answer(request(wire, exchange, jobs.get(), body));
    }
    String path = below(wire.path());
    Answer answer =
        path.equals("/v2/events")
            ? eventsWithoutStream(method)
            : marathon.answer(request(wire, exchange, path, body));
    return wire.dressed(answer, marathon.leaderHeaders());
  }

  /** What Metronome is asked; empty when somebody else is. */
  private Optional<String> metronomes(String path) {
    String service = settings.metronomePath();
    if (!service.isEmpty() && (path + "/").startsWith(service + "/")) {
      return Optional.of(path.substring(service.length()));
    }
    boolean bare = path.startsWith("/v1/") || path.startsWith("/v0/");
    return bare ? Optional.of(path) : Optional.empty();
  }

  private static Request request(Wire wire, HttpExchange exchange, String path, byte[] body) {
    var headers = exchange.getRequestHeaders();
    String method = exchange.getRequestMethod();
    String accept = headers.getFirst("Accept");
    return new Request(
        method.equals("HEAD") ? "GET" : method,
        path,
        Request.query(exchange.getRequestURI().getRawQuery()),
        accept == null ? "" : accept,
        headers.getFirst("Content-Type"),
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        wire.root());
  }

  private static Answer eventsWithoutStream(String method) {
    return method.equals("OPTIONS")
        ? Answer.empty(200).with("Allow", "GET, HEAD, OPTIONS")
        : Answer.empty(405);
  }

  private static boolean streams(HttpExchange exchange, String path) {
    List<String> accepts = exchange.getRequestHeaders().getOrDefault("Accept", List.of());
    return exchange.getRequestMethod().equals("GET")
        && below(path).equals("/v2/events")
        && accepts.stream().anyMatch(a -> a.contains("text/event-stream"));
  }

  private void stream(Wire wire, HttpExchange exchange) throws IOException {
    var query = Request.query(exchange.getRequestURI().getRawQuery());
    var types = java.util.Set.copyOf(query.getOrDefault("event_type", List.of()));
    boolean light = query.getOrDefault("plan-format", List.of()).contains("light");
    String client = exchange.getRemoteAddress().getAddress().getHostAddress();
    // Attached before the answer begins, so that whoever sees it begin misses nothing from then on.
    try (var events = marathon.events(types, light, client)) {
      var out = wire.openStream(marathon.leaderHeaders());
      for (String text = events.take(); text != null; text = events.take()) {
        wire.write(out, text);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
