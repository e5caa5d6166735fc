package dev.gennaker.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Installation")
class VersionApi {

  private final Version version;

  VersionApi(@Value("${spring.application.version}") String version) {
    this.version = new Version(version);
  }

  @GetMapping("/api/version")
  @Operation(summary = "The version that answers")
  Version version() {
    return version;
  }

  record Version(String version) {}
}
