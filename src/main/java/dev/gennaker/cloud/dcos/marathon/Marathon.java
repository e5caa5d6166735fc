package dev.gennaker.cloud.dcos.marathon;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marathon of one cluster, as one account sees it. Changes are not forced unless asked. Every
 * method throws {@link DcosFault} when the cluster does not do it.
 */
public final class Marathon {

  private static final JsonMapper JSON = JsonMapper.shared();
  // Each app is one tree within a longer list.
  private static final ObjectReader ELEMENTS =
      JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final AdminRouter router;
  private final String path;
  private final java.time.Duration patience;

  Marathon(AdminRouter router, String path, java.time.Duration patience) {
    this.router = router;
    this.path = path;
    this.patience = patience;
  }

  /** The cluster's name. */
  public String cluster() {
    return router.name();
  }

  /** Name and version, e.g. {@code Marathon 1.11.26}. */
  public String version() {
    JsonNode info = router.call("tell its version", "GET", path + "/v2/info", null).body();
    return "Marathon " + info.path("version").asString("of unknown version");
  }

  /** Every app with its tasks, one after the other, so that the whole list is never in memory. */
  public void apps(Consumer<App> each) {
    String what = "list its apps";
    String query = "?embed=apps.tasks&embed=apps.deployments&embed=apps.counts";
    String all = path + "/v2/apps" + query + "&embed=apps.lastTaskFailure";
    try (InputStream in = router.read(what, all);
        JsonParser parser = JSON.createParser(in)) {
      if (!toArray(parser, "apps")) {
        throw router.fault(what, new DcosFault.Why.Broken(200, "a list without apps"));
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        each.accept(new App(ELEMENTS.readTree(parser)));
      }
    } catch (IOException e) {
      throw router.unreachable(what, e);
    } catch (JacksonException e) {
      throw router.fault(what, new DcosFault.Why.Broken(200, "a list cut short or garbled"));
    }
  }

  private static boolean toArray(JsonParser parser, String name) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String property = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(property)) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  /** One app with tasks, counts, deployments and last failure; empty when there is none. */
  public Optional<App> app(String id) {
    try {
      JsonNode body = router.call("read " + id, "GET", path + "/v2/apps" + safe(id), null).body();
      return Optional.of(new App(body.path("app")));
    } catch (DcosFault fault) {
      if (fault.why() instanceof DcosFault.Why.Missing) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  /** Every pod with its instances. */
  public List<JsonNode> pods() {
    JsonNode body = router.call("list its pods", "GET", path + "/v2/pods/::status", null).body();
    return body.valueStream().toList();
  }

  /** One pod with its instances; empty when there is none. */
  public Optional<JsonNode> pod(String id) {
    try {
      String query = path + "/v2/pods" + safe(id) + "::status";
      return Optional.of(router.call("read " + id, "GET", query, null).body());
    } catch (DcosFault fault) {
      if (fault.why() instanceof DcosFault.Why.Missing) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  /** The apps whose id contains a text, without tasks. */
  public List<App> appsLike(String part) {
    String query = "/v2/apps?id=" + URLEncoder.encode(part, StandardCharsets.UTF_8);
    JsonNode body = router.call("list the apps " + part, "GET", path + query, null).body();
    return body.path("apps").valueStream().map(App::new).toList();
  }

  /** Creates an app; the answer names its deployment. */
  public App create(ObjectNode app) {
    String what = "create " + app.path("id").asString("an app");
    return new App(router.call(what, "POST", path + "/v2/apps", app).body());
  }

  /**
   * Changes the given fields of an app.
   *
   * @return the deployment's id; one that never shows up when there was nothing to change
   */
  public String update(String id, ObjectNode fields, boolean force) {
    String query = path + "/v2/apps" + safe(id) + "?force=" + force;
    return router.call("change " + id, "PUT", query, fields).deployment();
  }

  /**
   * Gives an app a whole new definition: what it does not say is as Marathon has it by default.
   *
   * @return the deployment's id
   */
  public String replace(String id, ObjectNode app, boolean force) {
    String query = path + "/v2/apps" + safe(id) + "?partialUpdate=false&force=" + force;
    return router.call("change " + id, "PUT", query, app).deployment();
  }

  /** Names of all versions Marathon keeps of an app, newest first; empty when there is none. */
  public List<String> versions(String id) {
    try {
      String query = path + "/v2/apps" + safe(id) + "/versions";
      JsonNode body = router.call("list the versions of " + id, "GET", query, null).body();
      return body.path("versions")
          .valueStream()
          .map(version -> version.asString(""))
          .sorted(java.util.Comparator.reverseOrder())
          .toList();
    } catch (DcosFault fault) {
      if (fault.why() instanceof DcosFault.Why.Missing) {
        return List.of();
      }
      throw fault;
    }
  }

  /** The definition an app had in a version; empty when there is none. */
  public Optional<App> version(String id, String version) {
    try {
      String query =
          path
              + "/v2/apps"
              + safe(id)
              + "/versions/"
              + URLEncoder.encode(version, StandardCharsets.UTF_8);
      String what = "read version %s of %s".formatted(version, id);
      return Optional.of(new App(router.call(what, "GET", query, null).body()));
    } catch (DcosFault fault) {
      if (fault.why() instanceof DcosFault.Why.Missing) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  /** Replaces all tasks of an app by new ones and returns the deployment's id. */
  public String restart(String id, boolean force) {
    String query = path + "/v2/apps" + safe(id) + "/restart?force=" + force;
    return router.call("restart " + id, "POST", query, null).deployment();
  }

  /**
   * Ends a deployment.
   *
   * @param revert whether what it did is undone; else it is only forgotten
   * @return the id of the deployment that undoes it; empty when it is only forgotten
   */
  public String cancel(String deployment, boolean revert) {
    String one = URLEncoder.encode(deployment, StandardCharsets.UTF_8);
    String query = path + "/v2/deployments/" + one + "?force=" + !revert;
    return router.call("cancel deployment " + deployment, "DELETE", query, null).deployment();
  }

  /** Launches at once what waits after failures. */
  public void resetDelay(String id) {
    String query = path + "/v2/queue" + safe(id) + "/delay";
    router.call("start the waiting tasks of " + id, "DELETE", query, null);
  }

  /** Deletes an app and returns the deployment's id. */
  public String delete(String id, boolean force) {
    // Said explicitly: left out, Marathon forces deletes of apps.
    String query = path + "/v2/apps" + safe(id) + "?force=" + force;
    return router.call("delete " + id, "DELETE", query, null).deployment();
  }

  /**
   * Kills tasks.
   *
   * @param scale lowers the apps' sizes by as many
   * @return the deployment's id; empty when the tasks are just replaced
   */
  public String kill(Collection<String> tasks, boolean scale) {
    ObjectNode body = JSON.createObjectNode();
    tasks.forEach(body.putArray("ids")::add);
    String query = path + "/v2/tasks/delete?force=false&scale=" + scale;
    return router.call("kill " + tasks.size() + " tasks", "POST", query, body).deployment();
  }

  public List<Deployment> deployments() {
    JsonNode body =
        router.call("list its deployments", "GET", path + "/v2/deployments", null).body();
    return body.valueStream().map(Deployment::of).toList();
  }

  public List<Queued> queue() {
    JsonNode body = router.call("show its queue", "GET", path + "/v2/queue", null).body();
    return body.path("queue").valueStream().map(Queued::of).toList();
  }

  /**
   * Opens the event stream.
   *
   * @param ended called when it is over, other than by closing it
   */
  public EventStream events(Consumer<MarathonEvent> listener, Runnable ended) {
    String query = "/v2/events?plan-format=light";
    return EventStream.open(router, path + query, patience, listener, ended);
  }

  /** Ids come from people too: nothing in them may mean another place of the API. */
  private static String safe(String id) {
    StringBuilder safe = new StringBuilder();
    for (String part : id.substring(1).split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
      }
      safe.append('/').append(URLEncoder.encode(part, StandardCharsets.UTF_8));
    }
    return safe.toString();
  }
}
