package dev.gennaker.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bin/run}: starts, stops, and says in one sentence why it cannot. */
class BinRunIT {

  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

  @TempDir Path checkout;

  private BinRun bin;

  @BeforeEach
  void checkout() throws IOException {
    bin = new BinRun(checkout);
  }

  @Test
  void helps() throws Exception {
    BinRun.Ended help = bin.run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.said())
        .contains("--port N", "--data DIR", "--profile NAME", "bin/run simulator");

    BinRun.Ended simulator = bin.run("simulator", "--help");
    assertThat(simulator.status()).isZero();
    assertThat(simulator.said()).contains("--apps N --tasks M", "--security on|off");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prot 1       | bin/run does not know "--prot"; see bin/run --help.
          --port         | --port needs a value; see bin/run --help.
          --port nine    | --port wants a number from 0 to 65535, not "nine".
          --port=70000   | --port wants a number from 0 to 65535, not "70000".
          --data /proc/x | Cannot write to the data folder /proc/x: choose another with --data DIR.
          simulator --port nine | --port must be a whole number from 0 to 65535, not "nine". (--help shows all options)
          simulator --prot 1    | There is no option --prot. (--help shows all options)
          """)
  void refuses(String arguments, String sentence) throws Exception {
    BinRun.Ended refused = bin.run(arguments.split(" "));

    assertThat(refused.status()).isNotZero();
    assertThat(refused.said()).isEqualTo(sentence);
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      BinRun.Ended refused = bin.run("--port", port);
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.said())
          .isEqualTo(
              "Port %s is already in use on this machine: stop what uses it, or choose another with --port N."
                  .formatted(port));

      BinRun.Ended simulator = bin.run("simulator", "--port", port);
      assertThat(simulator.status()).isEqualTo(1);
      assertThat(simulator.said())
          .matches(
              "Port %s on 127.0.0.1 cannot be had \\(.*in use\\); choose another one with --port."
                  .formatted(port));
    }
  }

  @Test
  void saysThatThereIsNoJdk() throws Exception {
    Path jdk = bin.file("tools/jdk");
    Files.writeString(jdk, Files.readString(jdk).replace("wanted=25", "wanted=2500"));

    BinRun.Ended refused = bin.run();
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.said())
        .isEqualTo(
            "No JDK 2500 found: install one (for example Eclipse Temurin 2500) and set JAVA_HOME to its folder.");
  }

  @Test
  void startsSaysWhereLocksItsDataAndStopsOnCtrlC() throws Exception {
    String[] arguments = {"--port", "0", "--data", "mine", "--profile", "none"};
    try (BinRun.Running running = bin.start(arguments)) {
      String ready = running.saying("Ctrl-C stops it");
      assertThat(ready).startsWith("Gennaker is ready: http://127.0.0.1:").doesNotContain("demo");
      String url = url(ready);
      assertThat(status(url + "/actuator/health/readiness")).isEqualTo(200);
      assertThat(bin.file("mine/gennaker.mv.db")).exists();

      BinRun.Ended second = bin.run(arguments);
      assertThat(second.status()).isEqualTo(1);
      assertThat(second.said())
          .isEqualTo(
              "The data folder %s is locked by another running Gennaker: stop that one, or choose another folder with --data DIR."
                  .formatted(bin.file("mine")));

      BinRun.Ended stopped = running.interrupt();
      assertThat(stopped.status()).as(stopped.said()).isZero();
      assertThat(stopped.said()).as("nothing more than at the start").isEqualTo(ready);
      assertThat(running.process().descendants()).isEmpty();
      assertThat(Files.readString(bin.file("mine/log/gennaker.log")))
          .contains("Graceful shutdown complete");
    }
  }

  @Test
  void startsASimulatorUntilCtrlC() throws Exception {
    try (BinRun.Running running = bin.start("simulator", "--port", "0", "--apps", "2")) {
      String url = url(running.saying("Simulated DC/OS cluster on"));
      assertThat(status(url + "/service/marathon/v2/apps")).isEqualTo(200);

      assertThat(running.interrupt().status()).isIn(0, 130);
    }
  }

  private static String url(String said) {
    Matcher url = URL.matcher(said);
    assertThat(url.find()).as(said).isTrue();
    return url.group();
  }

  private static int status(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
