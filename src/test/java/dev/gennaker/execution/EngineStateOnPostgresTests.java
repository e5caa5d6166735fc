package dev.gennaker.execution;

import dev.gennaker.database.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@OnPostgres
@Import(EngineTestConfiguration.class)
class EngineStateOnPostgresTests extends EngineStateContract {}
