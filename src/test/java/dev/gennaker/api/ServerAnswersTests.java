package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What never reaches Spring, byte by byte over a socket: clients would not send it. */
class ServerAnswersTests extends ApiContract {

  private static final String HOST = "Host: localhost\r\n";

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/applications/%00 HTTP/1.1\r\n" + HOST,
        "GET /applications/a%00b/clusters HTTP/1.1\r\n" + HOST,
        "GET /api/applications/%zz HTTP/1.1\r\n" + HOST,
        "GET /api/applications/%2 HTTP/1.1\r\n" + HOST,
        "GET /api/applications/%c0%af HTTP/1.1\r\n" + HOST,
        "GET /api/a%5cb HTTP/1.1\r\n" + HOST,
        "GET /api/a%2fb HTTP/1.1\r\n" + HOST,
        "GET /../../etc/passwd HTTP/1.1\r\n" + HOST,
        "GET /api/applications?q=<script> HTTP/1.1\r\n" + HOST,
        "GET /api/{a|b} HTTP/1.1\r\n" + HOST,
        "GET /api/version HTTP/1.1\r\n",
        "GET /api/version HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
        "GET /api/version HTTP/1.1\r\nHost: <b>\r\n",
        "G(T /api/version HTTP/1.1\r\n" + HOST,
        "GET /api/version HTTP/9.9\r\n" + HOST,
        "nonsense\r\n",
        "POST /api/pipelines HTTP/1.1\r\n" + HOST + "Content-Length: many\r\n",
        "POST /api/pipelines HTTP/1.1\r\n" + HOST + "Transfer-Encoding: odd\r\n"
      })
  void tellsWhatIsWrong(String head) {
    assertProblem(exchange(head + "\r\n"));
  }

  @Test
  void tellsThatHeadersAreTooLong() {
    String head = "GET /api/version HTTP/1.1\r\n" + HOST;

    assertProblem(exchange(head + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n"));
    assertProblem(exchange("GET /api/" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n"));
  }

  private static void assertProblem(List<String> answer) {
    String head = answer.getFirst();
    String body = answer.getLast();
    assertThat(head).matches("(?s)HTTP/1\\.1 [45]\\d\\d.*");
    assertThat(head.toLowerCase(Locale.ROOT))
        .contains("content-type: application/problem+json")
        .doesNotContain("server:");
    assertThat(body).doesNotContainIgnoringCase("tomcat").doesNotContain("\tat ", "<");
    JsonNode problem = JsonMapper.shared().readTree(body);
    assertThat(problem.path("type").stringValue()).startsWith("urn:gennaker:problem:");
    assertThat(problem.path("title").stringValue()).isNotBlank();
    assertThat(problem.path("detail").stringValue()).isNotBlank();
    assertThat(head).contains(" " + problem.path("status").intValue());
  }

  /** Head and body of the answer, which is the last on its connection. */
  private List<String> exchange(String request) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      return List.of(answer.substring(0, end), plain(answer.substring(end + 4)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Without the lengths of its chunks. */
  private static String plain(String body) {
    return body.substring(body.indexOf('{') < 0 ? 0 : body.indexOf('{'), body.lastIndexOf('}') + 1);
  }
}
