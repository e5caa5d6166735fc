package dev.gennaker.cloud.dcos.marathon;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Small questions to one cluster with the credentials of one account, to find out what they may do.
 * None changes anything. Every method throws {@link DcosFault} when the cluster does not answer it.
 */
public final class Probe {

  private final AdminRouter router;
  private final String marathon;
  private final String metronome;
  private final Duration patience;

  Probe(AdminRouter router, String marathon, String metronome, Duration patience) {
    this.router = router;
    this.marathon = marathon;
    this.metronome = metronome;
    this.patience = patience;
  }

  /** Gets a token, where the account needs one. */
  public void signIn() {
    String _ = router.token();
  }

  /** Version and variant of DC/OS. */
  public JsonNode dcos() {
    return get("tell its version", "/dcos-metadata/dcos-version.json");
  }

  /** The security mode; only the enterprise variant has it. */
  public String security() {
    return get("tell its security mode", "/dcos-metadata/bootstrap-config.json")
        .path("security")
        .asString("");
  }

  /** Marathon's version, features and settings. */
  public JsonNode marathon() {
    return get("tell how Marathon is set up", marathon + "/v2/info");
  }

  /** Reads a group without what is in it; that there is none is an answer too. */
  public void group(String id) {
    orNone(() -> get("read group " + id, marathon + "/v2/groups/" + id + "?embed=group.groups"));
  }

  /** Asks what would happen if an empty group were made there; nothing happens. */
  public void imagine(String id) {
    ObjectNode group = JsonMapper.shared().createObjectNode().put("id", id);
    group.putArray("apps");
    router.call(
        "imagine group " + id, "PUT", marathon + "/v2/groups/" + id + "?dryRun=true", group);
  }

  /** Opens an event stream and closes it again. */
  public void events() {
    EventStream.open(router, marathon + "/v2/events", patience, _ -> {}, () -> {}).close();
  }

  /** Asks for a job nobody has. */
  public void job(String id) {
    orNone(() -> get("read job " + id, metronome + "/v1/jobs/" + id));
  }

  public String mesosVersion() {
    return get("tell the version of Mesos", "/mesos/version").path("version").asString("");
  }

  /** An agent as the master knows it. */
  public record AgentFacts(String id, double gpus) {}

  public List<AgentFacts> agents() {
    return get("list its agents", "/mesos/slaves")
        .path("slaves")
        .valueStream()
        .map(
            agent ->
                new AgentFacts(
                    agent.path("id").asString(""),
                    agent.path("resources").path("gpus").asDouble(0)))
        .toList();
  }

  public void agent(String id) {
    JsonNode _ = get("reach agent " + id, "/agent/" + id + "/version");
  }

  private JsonNode get(String what, String path) {
    return router.call(what, "GET", path, null).body();
  }

  private static void orNone(Runnable question) {
    try {
      question.run();
    } catch (DcosFault fault) {
      if (!(fault.why() instanceof DcosFault.Why.Missing)) {
        throw fault;
      }
    }
  }
}
