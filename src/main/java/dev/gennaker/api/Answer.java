package dev.gennaker.api;

import dev.gennaker.stage.Problem;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes problem details. */
final class Answer {

  private Answer() {}

  static ProblemDetail of(int status, String type, String title, @Nullable String detail) {
    ProblemDetail answer = ProblemDetail.forStatus(HttpStatusCode.valueOf(status));
    answer.setDetail(detail == null ? title : detail);
    answer.setType(type(type));
    answer.setTitle(title);
    return answer;
  }

  static ProblemDetail unprocessable(String type, @Nullable String detail, List<Problem> problems) {
    ProblemDetail answer = of(422, type, "Cannot be used as it is", detail);
    answer.setProperty("problems", problems);
    return answer;
  }

  static URI type(String name) {
    return URI.create("urn:gennaker:problem:" + name);
  }

  static String name(int status) {
    return switch (status) {
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "body-too-large";
      case 415 -> "unsupported-media-type";
      default -> "bad-request";
    };
  }
}
