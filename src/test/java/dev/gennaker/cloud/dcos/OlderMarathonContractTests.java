package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.simulator.SimulatorSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same on the Marathon of the DC/OS 1.11 generation. */
class OlderMarathonContractTests extends DcosContractTests {

  @Override
  SimulatorSettings settings() {
    return super.settings().following("1.6");
  }

  @Test
  void saysThatItCannotResetADelay() {
    Progress end =
        provider().carryOut(new Operation.ResetDelay(deployed("delay", 1)), key(), Map.of(), BY);

    assertThat(((Progress.Failed) end).reason()).contains("Marathon 1.6");
  }
}
