package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.Gennaker;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the commands of {@code docs/api-story.md} against the demo, and compares what they print.
 */
class ApiStoryTests {

  private static final Path STORY = Path.of("docs/api-story.md");
  private static final Pattern STEP =
      Pattern.compile("```sh\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);
  private static final String MARK = "---- next step ----";

  @TempDir Path folder;

  @Test
  void printsWhatThePageSays() throws Exception {
    assertThat(List.of("bash", "curl", "jq"))
        .as("what the story is told with; bin/test installs it")
        .allMatch(ApiStoryTests::installed);
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    StringBuilder expected = new StringBuilder();
    Matcher steps = STEP.matcher(Files.readString(STORY));
    while (steps.find()) {
      script.append(steps.group(1)).append("echo '").append(MARK).append("'\n");
      expected.append(steps.group(2)).append(MARK).append('\n');
    }
    assertThat(expected).isNotEmpty();

    try (SimulatedCluster east = cluster();
        SimulatedCluster west = cluster();
        ConfigurableApplicationContext demo = demo(east, west)) {
      String port = demo.getEnvironment().getProperty("local.server.port");
      assertThat(run(script.toString(), "http://127.0.0.1:" + port + "/api"))
          .isEqualTo(expected.toString());
    }
  }

  private String run(String script, String api) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("story.sh"), script);
    ProcessBuilder builder = new ProcessBuilder("timeout", "240", "bash", file.toString());
    builder.environment().put("API", api);
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return printed;
  }

  private ConfigurableApplicationContext demo(SimulatedCluster east, SimulatedCluster west) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--spring.profiles.active=demo");
    arguments.add("--server.port=0");
    arguments.add("--gennaker.data=" + folder);
    arguments.add("--gennaker.demo.history=false");
    arguments.add("--gennaker.demo.simulator-urls=" + east.baseUrl() + "," + west.baseUrl());
    return new SpringApplicationBuilder(Gennaker.class).run(arguments.toArray(String[]::new));
  }

  private static SimulatedCluster cluster() throws IOException {
    return SimulatedCluster.start(SimulatorSettings.defaults().withSpeed(10));
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
