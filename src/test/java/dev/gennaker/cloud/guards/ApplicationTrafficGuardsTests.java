package dev.gennaker.cloud.guards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.TrafficGuard;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApplicationTrafficGuardsTests {

  @Test
  void readsWhatSpinnakerWrites() {
    assertThat(
            ApplicationTrafficGuards.read(
                JsonMapper.shared()
                    .readTree(
                        """
                        {"trafficGuards": [
                          {"account": "prod", "location": "*", "stack": "web", "detail": "*"},
                          {"account": "prod", "location": "east", "stack": "", "enabled": false},
                          "nonsense"]}
                        """)))
        .containsExactly(
            new TrafficGuard("prod", "*", "web", "*", true),
            new TrafficGuard("prod", "east", null, null, false));
    assertThat(ApplicationTrafficGuards.read(JsonMapper.shared().readTree("{}"))).isEmpty();
  }
}
