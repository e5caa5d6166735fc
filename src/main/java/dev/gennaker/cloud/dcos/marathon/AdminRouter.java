package dev.gennaker.cloud.dcos.marathon;

import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.settings.ClusterSettings;
import dev.gennaker.cloud.dcos.settings.Credentials;
import dev.gennaker.cloud.dcos.settings.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The door of one cluster, with one account's credentials. A call is repeated only when it was
 * refused for its token, or when it was a read that got no proper answer; a change is never sent
 * twice.
 */
final class AdminRouter {

  private final ClusterSettings cluster;
  private final HttpClient http;
  private final Login login;
  private final Timing timing;
  private final Clock clock;

  AdminRouter(
      ClusterSettings cluster,
      Credentials credentials,
      HttpClient http,
      Timing timing,
      Clock clock) {
    this.cluster = cluster;
    this.http = http;
    this.timing = timing;
    this.clock = clock;
    this.login = new Login(credentials, clock, this::signIn);
  }

  String name() {
    return cluster.name();
  }

  Clock clock() {
    return clock;
  }

  /**
   * Reads or changes something.
   *
   * @param what what is attempted, to be read after "could not"
   * @param path below the cluster's URL, with its query
   * @throws DcosFault for anything but a 2xx
   */
  Answer call(String what, String method, String path, @Nullable JsonNode body) {
    HttpResponse<InputStream> response = open(what, method, path, body);
    try (InputStream in = decoded(response)) {
      byte[] bytes = in.readAllBytes();
      JsonNode json =
          bytes.length == 0 ? MissingNode.getInstance() : JsonMapper.shared().readTree(bytes);
      return new Answer(response.statusCode(), json, response.headers());
    } catch (IOException e) {
      throw unreachable(what, e);
    } catch (JacksonException e) {
      throw fault(what, new Why.Broken(response.statusCode(), "something that is not JSON"));
    }
  }

  /** The body of a read as a stream, for what is too large to be held twice. */
  InputStream read(String what, String path) {
    try {
      return decoded(open(what, "GET", path, null));
    } catch (IOException e) {
      throw unreachable(what, e);
    }
  }

  /**
   * The body of a read as it is, with no time set for its end: a large file takes as long as its
   * reader does.
   */
  InputStream download(String what, String path) {
    HttpResponse<InputStream> response = open(what, "GET", path, null);
    boolean zipped =
        response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    try {
      return zipped ? new GZIPInputStream(response.body()) : response.body();
    } catch (IOException e) {
      throw unreachable(what, e);
    }
  }

  /** The answer to a question that needs a body to be asked, as a stream. */
  InputStream ask(String what, String path, JsonNode question) {
    try {
      return decoded(open(what, "POST", path, question));
    } catch (IOException e) {
      throw unreachable(what, e);
    }
  }

  /** Opens an event stream; the handler sees the status before any line. */
  CompletableFuture<HttpResponse<Void>> stream(
      String path, HttpResponse.BodyHandler<Void> handler, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).header("Accept", "text/event-stream").GET();
    return http.sendAsync(authorized(request, token).build(), handler);
  }

  @Nullable String token() {
    return login.token();
  }

  boolean refused(@Nullable String token) {
    return login.refused(token);
  }

  DcosFault fault(String what, Why why) {
    return new DcosFault(cluster.name(), what, why);
  }

  DcosFault unreachable(String what, Throwable cause) {
    String text = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return fault(what, new Why.Unreachable(cause.getClass().getSimpleName() + text));
  }

  private HttpResponse<InputStream> open(
      String what, String method, String path, @Nullable JsonNode body) {
    String token = login.token();
    HttpResponse<InputStream> response = sent(what, method, path, body, token);
    if (response.statusCode() == 401 && login.refused(token)) {
      close(response);
      response = sent(what, method, path, body, login.token());
    }
    if (response.statusCode() / 100 == 2) {
      return response;
    }
    throw fault(what, why(what, response));
  }

  private HttpResponse<InputStream> sent(
      String what, String method, String path, @Nullable JsonNode body, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(timing.answer())
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip");
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(body.toString()));
    }
    HttpRequest ready = authorized(request, token).build();
    try {
      return once(what, ready);
    } catch (DcosFault fault) {
      // Reading twice harms nobody, and a connection may just have gone stale.
      if (!method.equals("GET") || Thread.currentThread().isInterrupted()) {
        throw fault;
      }
      return once(what, ready);
    }
  }

  private HttpResponse<InputStream> once(String what, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw unreachable(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(what, e);
    }
  }

  private Why why(String what, HttpResponse<InputStream> response) {
    try (InputStream in = decoded(response)) {
      String text = new String(in.readNBytes(1_000_000), StandardCharsets.UTF_8);
      return DcosFault.why(response.statusCode(), json(text), text);
    } catch (IOException e) {
      throw unreachable(what, e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  private InputStream decoded(HttpResponse<InputStream> response) throws IOException {
    boolean zipped =
        response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    InputStream body = new Deadline(response.body(), timing.answer());
    return zipped ? new GZIPInputStream(body) : body;
  }

  private static void close(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException e) {
      // nobody reads it
    }
  }

  private String signIn(ObjectNode body) {
    String what = "sign in";
    HttpResponse<InputStream> response = sent(what, "POST", "/acs/api/v1/auth/login", body, null);
    if (response.statusCode() != 200) {
      String user = body.path("uid").asString("");
      Why why = why(what, response);
      throw fault(what + " as " + user, response.statusCode() / 100 == 4 ? unfit(why) : why);
    }
    try (InputStream in = decoded(response)) {
      JsonNode answer = JsonMapper.shared().readTree(in);
      String token = answer.path("token").asString("");
      if (!token.isEmpty()) {
        return token;
      }
    } catch (IOException e) {
      throw unreachable(what, e);
    } catch (JacksonException e) {
      // told below
    }
    throw fault(what, new Why.Broken(200, "a login answer without a token"));
  }

  private static Why unfit(Why why) {
    return new Why.Unauthenticated(why instanceof Why.Unauthenticated ? "" : why.sentence());
  }

  private URI uri(String path) {
    return URI.create(cluster.url() + path);
  }

  private static HttpRequest.Builder authorized(
      HttpRequest.Builder request, @Nullable String token) {
    return token == null ? request : request.header("Authorization", "token=" + token);
  }
}
