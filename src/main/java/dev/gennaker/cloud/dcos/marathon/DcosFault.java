package dev.gennaker.cloud.dcos.marathon;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A cluster did not do what it was asked: what, where and why, as facts and as one sentence. */
public final class DcosFault extends RuntimeException {

  private static final Pattern TITLE = Pattern.compile("<title>([^<]{1,200})</title>");

  private final String cluster;
  private final transient Why why;

  /**
   * @param what what was attempted, to be read after "could not", e.g. {@code create /demo/web}
   */
  DcosFault(String cluster, String what, Why why) {
    super("%s could not %s: %s".formatted(cluster, what, why.sentence()));
    this.cluster = cluster;
    this.why = why;
  }

  public String cluster() {
    return cluster;
  }

  public Why why() {
    return why;
  }

  /** The whole sentence. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Whether the same call may well succeed in a moment without anybody doing anything. */
  public boolean passes() {
    return switch (why) {
      case Why.Unreachable _, Why.Broken _, Why.Busy _, Why.Locked _ -> true;
      case Why.Unauthenticated _, Why.Forbidden _, Why.Missing _, Why.Taken _, Why.Invalid _ ->
          false;
    };
  }

  /** The reason, one kind for each thing a caller may want to do about it. */
  public sealed interface Why {

    String sentence();

    /** No answer came: refused, timed out, cut off. Whether the call was carried out is unknown. */
    record Unreachable(String cause) implements Why {
      @Override
      public String sentence() {
        return "no answer (" + cause + ")";
      }
    }

    /** Nobody signed in, or the credentials are refused (401). */
    record Unauthenticated(String detail) implements Why {
      @Override
      public String sentence() {
        return "the credentials are not accepted" + in(detail) + "; check the account's settings";
      }
    }

    /** Signed in, but not allowed (403). */
    record Forbidden(String detail) implements Why {
      @Override
      public String sentence() {
        return "the account's user may not do this" + in(detail) + "; grant it in DC/OS";
      }
    }

    /** There is no such thing (404). */
    record Missing(String detail) implements Why {
      @Override
      public String sentence() {
        return detail.isEmpty() ? "it does not exist" : detail;
      }
    }

    /** Running deployments hold it (409). */
    record Locked(List<String> deployments) implements Why {
      @Override
      public String sentence() {
        return "it is locked by deployment " + String.join(", ", deployments);
      }
    }

    /** Something else has that id already (409). */
    record Taken(String detail) implements Why {
      @Override
      public String sentence() {
        return detail;
      }
    }

    /** Too many deployments run at once (403 with Marathon's own limit). */
    record Busy(String detail) implements Why {
      @Override
      public String sentence() {
        return "too many deployments run there at once" + in(detail);
      }
    }

    /** Marathon does not accept the definition (400, 422). */
    record Invalid(String message, List<Detail> details) implements Why {
      @Override
      public String sentence() {
        return details.isEmpty()
            ? message
            : details.stream()
                .map(d -> d.path() + " " + String.join(", ", d.errors()))
                .collect(Collectors.joining("; ", message + " (", ")"));
      }
    }

    /** It answered, but not as agreed: 5xx, something that is not JSON. */
    record Broken(int status, String detail) implements Why {
      @Override
      public String sentence() {
        return "it answered " + status + in(detail);
      }
    }

    private static String in(String detail) {
      return detail.isBlank() ? "" : " (" + detail + ")";
    }
  }

  /** What Marathon says about one place of a definition; its own path, e.g. {@code /cmd}. */
  public record Detail(String path, List<String> errors) {}

  /** What an answer other than success says. */
  static Why why(int status, JsonNode body, String text) {
    String message = body.path("message").asString(plain(text));
    return switch (status) {
      case 401 -> new Why.Unauthenticated("");
      case 403 ->
          message.startsWith("Max number") ? new Why.Busy(message) : new Why.Forbidden(message);
      case 404 -> new Why.Missing(message);
      case 409 -> {
        List<String> ids =
            body.path("deployments").valueStream().map(d -> d.path("id").asString("")).toList();
        yield ids.isEmpty() ? new Why.Taken(message) : new Why.Locked(ids);
      }
      case 400, 422 -> new Why.Invalid(message, details(body.path("details")));
      default -> new Why.Broken(status, message);
    };
  }

  /** Of a page only its title, of a long text nothing. */
  private static String plain(String text) {
    Matcher title = TITLE.matcher(text);
    return title.find() ? title.group(1).strip() : text.length() > 200 ? "" : text.strip();
  }

  private static List<Detail> details(JsonNode details) {
    return details.isArray()
        ? details
            .valueStream()
            .map(
                d ->
                    new Detail(
                        d.path("path").asString(""),
                        d.path("errors").valueStream().map(e -> e.asString("")).toList()))
            .toList()
        : List.of();
  }
}
