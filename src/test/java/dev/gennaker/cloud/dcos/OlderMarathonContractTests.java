package dev.gennaker.cloud.dcos;

import dev.gennaker.simulator.SimulatorSettings;

/** The same on the Marathon of the DC/OS 1.11 generation. */
class OlderMarathonContractTests extends DcosContractTests {

  @Override
  SimulatorSettings settings() {
    return super.settings().following("1.6");
  }
}
