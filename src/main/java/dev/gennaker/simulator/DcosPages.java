package dev.gennaker.simulator;

import dev.gennaker.simulator.files.Agents;
import dev.gennaker.simulator.files.Download;
import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Json;
import dev.gennaker.simulator.marathon.Marathon;
import dev.gennaker.simulator.metronome.Metronome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The little of DC/OS besides its services that clients ask for. */
final class DcosPages {

  private final SimulatorSettings settings;
  private final Marathon marathon;
  private final Metronome metronome;
  private final Agents agents;

  DcosPages(SimulatorSettings settings, Marathon marathon, Metronome metronome, Agents agents) {
    this.settings = settings;
    this.marathon = marathon;
    this.metronome = metronome;
    this.agents = agents;
  }

  @Nullable Answer answer(
      String method, String path, Map<String, List<String>> query, byte[] body) {
    return switch (path) {
      case "/dcos-metadata/dcos-version.json" -> version();
      case "/dcos-metadata/bootstrap-config.json" -> security();
      case "/mesos/version", "/mesos/master/version" ->
          Answer.json(
              200,
              Json.object().put("version", settings.follow().equals("1.6") ? "1.5.2" : "1.11.0"));
      case "/mesos/state-summary", "/mesos/master/state-summary" ->
          Answer.json(200, marathon.mesos().summary());
      case "/mesos/roles", "/mesos/master/roles" -> Answer.json(200, marathon.mesos().roles());
      case "/mesos/slaves", "/mesos/master/slaves" -> Answer.json(200, marathon.mesos().agents());
      case "/mesos/api/v1", "/mesos/master/api/v1" -> operator(method, body);
      default -> agents.answer(method, path, query);
    };
  }

  /** A file of a sandbox that is asked for as a whole; empty for everything else. */
  Optional<Download> download(String method, String path, Map<String, List<String>> query) {
    return method.equals("GET") ? agents.download(path, query) : Optional.empty();
  }

  /** The operator API of the master: only what is asked of it here. */
  private Answer operator(String method, byte[] body) {
    boolean tasks = new String(body, StandardCharsets.UTF_8).contains("\"GET_TASKS\"");
    return method.equals("POST") && tasks
        ? Answer.json(200, metronome.tasks())
        : Answer.text(method.equals("POST") ? 501 : 405, "text/plain", "");
  }

  /** Only the enterprise variant has it. */
  private Answer security() {
    return settings.security()
        ? Answer.json(200, Json.object().put("security", "permissive"))
        : Answer.text(404, "text/html; charset=UTF-8", "<html><body>404 Not Found</body></html>");
  }

  private Answer version() {
    return Answer.json(
        200,
        Json.object()
            .put("version", settings.follow().equals("1.6") ? "1.11.12" : "2.2.9")
            .put("dcos-variant", settings.security() ? "enterprise" : "open")
            .put("dcos-image-commit", "0000000000000000000000000000000000000000")
            .put("bootstrap-id", "0000000000000000000000000000000000000000"));
  }

  /** What Admin Router says to somebody without a good token. */
  static Answer unauthorized() {
    String page =
        "<!DOCTYPE html>\n<html><head><title>401 Unauthorized</title></head>"
            + "<body><h1>401 Unauthorized</h1><p>No valid authentication token was given."
            + "</p></body></html>\n";
    return Answer.text(401, "text/html; charset=UTF-8", page).with("WWW-Authenticate", "acsjwt");
  }
}
