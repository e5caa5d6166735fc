package dev.gennaker.pipeline;

import dev.gennaker.database.OnH2;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@OnH2
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
class DraftsOnH2Tests extends DraftsContract {}
