package dev.gennaker.execution;

import dev.gennaker.execution.expression.ExpressionFailed;
import dev.gennaker.execution.expression.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads what the installation allows expressions to read, and nothing else. Every allowed address
 * names its host and redirects are not followed, so nothing internal is in reach that was not
 * listed.
 */
@Component
class AllowedUrls {

  static final String SETTING = "gennaker.expressions.urls";

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int BYTES = 1_000_000;

  private final List<URI> prefixes;
  private final Duration time;
  private final Supplier<HttpClient> client =
      SingletonSupplier.of(
          () ->
              HttpClient.newBuilder()
                  .connectTimeout(TIME)
                  .followRedirects(HttpClient.Redirect.NEVER)
                  .build());

  @Autowired
  AllowedUrls(ExpressionSettings settings) {
    this(settings, TIME);
  }

  AllowedUrls(ExpressionSettings settings, Duration time) {
    this.prefixes = settings.urls().stream().map(AllowedUrls::prefix).toList();
    this.time = time;
  }

  /**
   * The text behind an address, UTF-8.
   *
   * @throws ExpressionFailed where it may not be read, or there is none
   */
  String fetch(String url) {
    URI address = address(url);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(time).GET().build();
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.get().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), BYTES));
    try {
      HttpResponse<byte[]> answer = asked.get(time.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() / 100 == 3) {
        throw failed(
            url,
            "redirects to %s; write that address, and allow it in %s"
                .formatted(answer.headers().firstValue("Location").orElse("nowhere"), SETTING));
      }
      if (answer.statusCode() != 200) {
        throw failed(url, "answers %d".formatted(answer.statusCode()));
      }
      return new String(answer.body(), StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw failed(url, "takes longer than %d ms".formatted(time.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(url, "was not read to its end, because this server stops");
    } catch (ExecutionException e) {
      throw failed(url, why(e.getCause()));
    }
  }

  private String why(@Nullable Throwable cause) {
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return "takes longer than %d ms".formatted(time.toMillis());
    }
    if (cause instanceof IOException tooLarge
        && String.valueOf(tooLarge.getMessage()).contains("capacity")) {
      return "holds more than %d bytes".formatted(BYTES);
    }
    return "cannot be reached: "
        + (cause == null || cause.getMessage() == null
            ? Objects.toString(cause)
            : cause.getMessage());
  }

  private URI address(String url) {
    URI address;
    try {
      address = URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      throw Scope.fail("'%s' is no address: %s".formatted(url, e.getMessage()));
    }
    if (prefixes.stream().noneMatch(prefix -> allows(prefix, address))) {
      throw Scope.fail(
          "%s may not be read: %s. Whoever runs this installation can allow it with %s"
              .formatted(
                  url,
                  prefixes.isEmpty()
                      ? "no addresses are allowed"
                      : "allowed is what begins with " + prefixes,
                  SETTING));
    }
    return address;
  }

  /** Compares parts, not text: {@code https://good.example@evil.example} begins well too. */
  private static boolean allows(URI prefix, URI address) {
    String path = path(address);
    return address.getHost() != null
        && address.getRawUserInfo() == null
        && prefix.getScheme().equalsIgnoreCase(address.getScheme())
        && prefix.getHost().equalsIgnoreCase(address.getHost())
        && port(prefix) == port(address)
        && (path.equals(path(prefix)) || path.startsWith(folder(prefix)))
        && address.normalize().getRawPath().equals(address.getRawPath())
        && !path.toLowerCase(Locale.ROOT).matches(".*(%2e|%2f|%5c|\\\\|;).*");
  }

  private static String folder(URI prefix) {
    String path = path(prefix);
    return path.endsWith("/") ? path : path + "/";
  }

  private static String path(URI address) {
    String path = address.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private static int port(URI address) {
    return address.getPort() != -1
        ? address.getPort()
        : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private static URI prefix(String text) {
    try {
      URI prefix = URI.create(text.strip());
      if (prefix.getHost() != null && Set.of("http", "https").contains(prefix.getScheme())) {
        return prefix;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalStateException(
        "%s: '%s' needs a scheme (http or https) and a host, as in https://config.example.com/shop/"
            .formatted(SETTING, text));
  }

  private static ExpressionFailed failed(String url, String why) {
    return Scope.fail("%s %s".formatted(url, why));
  }
}
