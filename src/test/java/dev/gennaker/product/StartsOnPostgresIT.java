package dev.gennaker.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.Gennaker;
import dev.gennaker.database.OnPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole application on PostgreSQL, with nothing set but Spring's own data source. */
@SpringBootTest(
    classes = Gennaker.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OnPostgres
class StartsOnPostgresIT {

  @LocalServerPort private int port;

  @Test
  void isReady() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("UP");
    }
  }
}
