package dev.gennaker.cloud.dcos.marathon;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Metronome of one cluster, as one account sees it. Every method throws {@link DcosFault} when the
 * cluster does not do it.
 */
public final class Metronome {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ObjectReader ELEMENTS =
      JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final AdminRouter router;
  private final String path;

  Metronome(AdminRouter router, String path) {
    this.router = router;
    this.path = path;
  }

  /** The cluster's name. */
  public String cluster() {
    return router.name();
  }

  /** A job with what runs of it and what ran; empty when there is none. */
  public Optional<Job> job(String id) {
    String query = at(id) + "?embed=activeRuns&embed=history";
    try {
      return Optional.of(new Job(router.call("read job " + id, "GET", query, null).body()));
    } catch (DcosFault fault) {
      if (fault.why() instanceof DcosFault.Why.Missing) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  public void create(ObjectNode job) {
    String what = "create job " + job.path("id").asString("");
    router.call(what, "POST", path + "/v1/jobs", job);
  }

  /** Starts one more run. */
  public JobRun start(String id) {
    JsonNode run =
        router.call("start job " + id, "POST", at(id) + "/runs", JSON.createObjectNode()).body();
    return JobRun.active(run);
  }

  /** Asks a run to end; one that has ended already is fine. */
  public void stop(String id, String run) {
    String stop = at(id) + "/runs/" + encoded(run) + "/actions/stop";
    unlessMissing("stop job " + id, "POST", stop, JSON.createObjectNode());
  }

  /** Removes a job and its history, and ends what runs of it; one that is gone already is fine. */
  public void delete(String id) {
    unlessMissing("delete job " + id, "DELETE", at(id) + "?stopCurrentJobRuns=true", null);
  }

  /**
   * What Mesos was told when the last of these tasks ended, e.g. {@code Command exited with status
   * 1}; empty where it has forgotten them. Metronome itself does not tell. Reads the tasks of the
   * whole cluster, so it is not for every look.
   */
  public Optional<String> lastWords(Collection<String> tasks) {
    String what = "tell why a task ended";
    ObjectNode question = JSON.createObjectNode().put("type", "GET_TASKS");
    String message = "";
    try (InputStream in = router.ask(what, "/mesos/api/v1", question);
        JsonParser parser = JSON.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME
            && parser.currentName().endsWith("tasks")
            && parser.nextToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode task = ELEMENTS.readTree(parser);
            if (tasks.contains(task.path("task_id").path("value").asString(""))) {
              message = words(task, message);
            }
          }
        }
      }
    } catch (IOException e) {
      throw router.unreachable(what, e);
    } catch (JacksonException e) {
      throw router.fault(what, new DcosFault.Why.Broken(200, "a list cut short or garbled"));
    }
    return Optional.of(message).filter(text -> !text.isEmpty());
  }

  private static String words(JsonNode task, String otherwise) {
    String last = otherwise;
    for (JsonNode status : task.path("statuses")) {
      last = status.path("message").asString(last).strip();
    }
    return last;
  }

  private void unlessMissing(
      String what, String method, String at, @org.jspecify.annotations.Nullable JsonNode body) {
    try {
      router.call(what, method, at, body);
    } catch (DcosFault fault) {
      if (!(fault.why() instanceof DcosFault.Why.Missing)) {
        throw fault;
      }
    }
  }

  private String at(String id) {
    return path + "/v1/jobs/" + encoded(id);
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
