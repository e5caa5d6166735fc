package dev.gennaker.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that keeps cookies and shows redirects instead of following them. */
final class Browser {

  private final String root;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  Browser(int port) {
    this.root = "http://localhost:" + port;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String form, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Follows redirects, over other servers too, until something else answers. */
  HttpResponse<String> follow(HttpResponse<String> answer) {
    HttpResponse<String> last = answer;
    for (int i = 0; i < 10 && last.statusCode() / 100 == 3; i++) {
      last =
          get(last.uri().resolve(last.headers().firstValue("Location").orElseThrow()).toString());
    }
    return last;
  }

  /** Signs in by the form, with the token the page carries. */
  HttpResponse<String> signIn(String name, String password) {
    Matcher token =
        Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"|content=\"([^\"]+)\" name=\"_csrf\"")
            .matcher(get("/login").body());
    if (!token.find()) {
      throw new AssertionError("the sign-in page carries no token");
    }
    return post(
        "/login",
        "username=%s&password=%s&_csrf=%s"
            .formatted(name, password, token.group(1) == null ? token.group(2) : token.group(1)));
  }

  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().startsWith("GENNAKER_"))
        .map(Object::toString)
        .findFirst()
        .orElse("");
  }

  static String[] basic(String name, String password) {
    String both = name + ":" + password;
    return new String[] {
      "Authorization",
      "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8))
    };
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
