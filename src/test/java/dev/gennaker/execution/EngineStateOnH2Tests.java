package dev.gennaker.execution;

import dev.gennaker.database.OnH2;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@OnH2
@Import(EngineTestConfiguration.class)
class EngineStateOnH2Tests extends EngineStateContract {}
