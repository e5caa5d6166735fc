package dev.gennaker.slow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.database.OnPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The Dockerfile builds, and its image runs as nobody in particular on PostgreSQL: with its
 * start-up cache, on a root that nobody can write to.
 */
@SpringBootTest(classes = ContainerIT.class)
@OnPostgres
@Tag("slow")
class ContainerIT {

  @Value("${spring.datasource.url}")
  private String url;

  @Value("${spring.datasource.username}")
  private String username;

  @Value("${spring.datasource.password}")
  private String password;

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void runsHealthyOnPostgresAndStopsCleanly() throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("src/test/slow/container.sh").redirectErrorStream(true);
    script
        .environment()
        .putAll(
            Map.of("DATABASE_URL", url, "DATABASE_USER", username, "DATABASE_PASSWORD", password));

    Process process = script.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    System.out.println(said);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("user 10001", "login 200", "bundle 200", "api 200", "anonymous 401")
        .containsPattern("healthy after \\d+ s\nStarted Gennaker in")
        .containsPattern("stopped after \\d+ s with (0|143)");
  }
}
