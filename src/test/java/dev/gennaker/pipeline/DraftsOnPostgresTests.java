package dev.gennaker.pipeline;

import dev.gennaker.database.OnPostgres;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@OnPostgres
@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
class DraftsOnPostgresTests extends DraftsContract {}
