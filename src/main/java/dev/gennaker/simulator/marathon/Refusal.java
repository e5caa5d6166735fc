package dev.gennaker.simulator.marathon;

import tools.jackson.databind.JsonNode;

/** Marathon says no: a status and the body it is told in. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final int status;
  private final transient JsonNode body;

  Refusal(int status, JsonNode body) {
    super(status + " " + body, null, false, false);
    this.status = status;
    this.body = body;
  }

  static Refusal of(int status, String message) {
    return new Refusal(status, Json.object("message", message));
  }

  /** What a GET answers for something unknown; the newer Marathon adds empty details. */
  static Refusal unknown(Generation generation, String message) {
    var body = Json.object("message", message);
    if (!generation.old()) {
      body.set("details", Json.array());
    }
    return new Refusal(404, body);
  }

  static Refusal noUri() {
    return of(500, "URI not found");
  }

  static Refusal noMethod() {
    return of(405, "Method Not Allowed");
  }

  int status() {
    return status;
  }

  Answer answer() {
    return Answer.json(status, body);
  }
}
