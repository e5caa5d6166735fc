package dev.gennaker.cloud.dcos.marathon;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** A successful answer; {@code body} is a missing node when there was none. */
record Answer(int status, JsonNode body, HttpHeaders headers) {

  /** The deployment a change started; empty when it started none. */
  String deployment() {
    return headers
        .firstValue("Marathon-Deployment-Id")
        .orElseGet(() -> body.path("deploymentId").asString(""));
  }
}
