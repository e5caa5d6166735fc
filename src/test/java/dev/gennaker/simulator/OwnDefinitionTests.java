package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Marathon takes the app definition we hand out for Gennaker itself, and takes it as it is. */
class OwnDefinitionTests {

  @Test
  void marathonTakesOurOwnDefinition() throws IOException {
    String definition = Files.readString(Path.of("deploy/marathon.json"));
    try (SimulatedCluster cluster = SimulatedCluster.start(SimulatorSettings.defaults())) {
      MarathonCalls calls = new MarathonCalls(cluster.marathonUrl());

      calls.post("/v2/apps", definition).expect(201);
      var app = calls.get("/v2/apps/gennaker").expect(200);
      MarathonCalls.json(definition)
          .properties()
          .forEach(
              sent ->
                  assertThat(app.at("/app").has(sent.getKey()))
                      .as("%s is kept", sent.getKey())
                      .isTrue());
    }
  }
}
