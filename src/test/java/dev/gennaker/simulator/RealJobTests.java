package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Jobs that people wrote are taken or refused as the schema of Metronome says. */
class RealJobTests {

  /** Fields Metronome has no name for, ids it cannot have, and no {@code disk}. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "job-0009", "/id",
          "job-0017", "/run",
          "job-0020", "/run",
          "job-0022", "/run",
          "job-0025", "/run");

  @Test
  void takesOrRefusesEachAsMetronomeWould() throws IOException {
    List<Path> folders =
        Stream.of("../shared", "../../shared")
            .map(shared -> Path.of(shared, "corpus", "metronome-jobs"))
            .filter(Files::isDirectory)
            .toList();
    assumeTrue(!folders.isEmpty(), "the collection of jobs is not here");
    Map<String, String> refused = new TreeMap<>();
    int taken = 0;
    try (StillCluster still = StillCluster.start();
        Stream<Path> files = Files.list(folders.getFirst())) {
      MarathonCalls calls = new MarathonCalls(still.cluster.metronomeUrl());
      for (Path file : files.sorted().toList()) {
        JsonNode job = MarathonCalls.json(Files.readString(file));
        var answer = calls.post("/v1/jobs", job.toString());
        if (answer.status() == 201) {
          taken++;
          calls.delete("/v1/jobs/" + job.get("id").asString()).expect(200);
        } else {
          refused.put(
              file.getFileName().toString().substring(0, 8),
              answer.expect(422).at("/details/0/path").asString());
        }
      }
    }
    assertThat(refused).isEqualTo(new TreeMap<>(REFUSED));
    assertThat(taken).isEqualTo(15);
  }
}
