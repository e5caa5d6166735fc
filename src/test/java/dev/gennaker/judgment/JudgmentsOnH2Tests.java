package dev.gennaker.judgment;

import dev.gennaker.database.OnH2;
import dev.gennaker.execution.EngineTestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@TestPropertySource(
    properties = {
      "gennaker.security.grants.READ=devs,judges",
      "gennaker.security.grants.EXECUTE=devs",
      "gennaker.security.grants.JUDGE=judges"
    })
@OnH2
@Import(EngineTestConfiguration.class)
class JudgmentsOnH2Tests extends JudgmentsContract {}
