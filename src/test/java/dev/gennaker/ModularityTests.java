package dev.gennaker;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The house: every arrow between rooms is one that a {@code package-info} allows. */
class ModularityTests {

  private final ApplicationModules modules = ApplicationModules.of(Gennaker.class);

  @Test
  void verifiesTheArrows() {
    modules.verify();
  }

  @Test
  void writesModuleDocs() {
    new Documenter(modules).writeDocumentation();
  }
}
