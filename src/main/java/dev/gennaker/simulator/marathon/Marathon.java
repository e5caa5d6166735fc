package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.files.SandboxSource;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One simulated Marathon: answers requests, streams events, and lives by its heart. */
public final class Marathon {

  /**
   * What is fixed for its life.
   *
   * @param address host and port it says it listens on
   * @param features enabled features, e.g. secrets; slave_public gives it DC/OS's role
   */
  public record Setup(
      Generation generation, Set<String> features, int agents, long seed, String address) {}

  private static final System.Logger LOG = System.getLogger(Marathon.class.getName());

  private final Model model;
  private final Setup setup;
  private final AppsResource apps;
  private final TasksResource tasks;
  private final GroupsResource groups;
  private final DeploymentsResource deployments;
  private final QueueResource queue;
  private final PodsResource pods;
  private final SystemResource system;
  private volatile String leader;

  public Marathon(Heart heart, Setup setup) {
    this.setup = setup;
    this.model = new Model(heart, setup);
    AppView view = new AppView(model);
    this.apps = new AppsResource(model, view);
    this.tasks = new TasksResource(model, view);
    this.groups = new GroupsResource(model, view);
    this.deployments = new DeploymentsResource(model);
    this.queue = new QueueResource(model);
    this.pods = new PodsResource(model);
    this.system = new SystemResource(model, setup.address());
    this.leader = setup.address();
  }

  /** Answers one call; never throws for anything a client can send. */
  public Answer answer(Request request) {
    return model.heart.run(
        () -> {
          try {
            return printed(route(request));
          } catch (Refusal refusal) {
            return printed(refusal.answer());
          } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot answer " + request.method() + " " + request.path(), e);
            return Answer.json(500, Json.object("message", "The simulator broke: " + e));
          }
        });
  }

  /** The older Marathon prints whole numbers everywhere. */
  private Answer printed(Answer answer) {
    JsonNode json = answer.json();
    return json == null || !model.generation.old()
        ? answer
        : new Answer(answer.status(), answer.headers(), Json.plain(json), answer.text());
  }

  private Answer route(Request request) {
    String path = request.path();
    boolean read = request.method().equals("GET");
    if (path.equals("/ping")) {
      return SystemResource.ping(request);
    }
    if (path.equals("/")) {
      return Answer.empty(302).with("Location", request.root() + "/ui/");
    }
    if (path.equals("/help")) {
      return Answer.empty(302).with("Location", "api-console/index.html");
    }
    if (path.startsWith("/ui/") || path.startsWith("/public/")) {
      return Answer.empty(404);
    }
    if (path.equals("/metrics/prometheus") && !model.generation.old()) {
      return prometheus(request);
    }
    requireTypes(request);
    if (path.equals("/metrics")) {
      return system.metrics();
    }
    String rest = after(path, "/v2/apps");
    if (rest != null) {
      return apps.answer(request, rest);
    }
    rest = after(path, "/v2/tasks");
    if (rest != null) {
      return tasks.answer(request, rest);
    }
    rest = after(path, "/v2/groups");
    if (rest != null) {
      return groups.answer(request, rest);
    }
    rest = after(path, "/v2/deployments");
    if (rest != null) {
      return deployments.answer(request, rest);
    }
    rest = after(path, "/v2/queue");
    if (rest != null) {
      return queue.answer(request, rest);
    }
    rest = after(path, "/v2/pods");
    if (rest != null) {
      return pods.answer(request, rest);
    }
    return switch (path) {
      case "/v2/info" -> only(read, () -> system.info(leader));
      case "/v2/leader" -> leader(request);
      case "/v2/plugins" -> only(read, () -> Answer.ok(plugins()));
      default -> throw Refusal.noUri();
    };
  }

  private Answer prometheus(Request request) {
    if (!request.accepts("text/plain")) {
      throw Refusal.of(406, "Not Acceptable");
    }
    return Answer.text(
        200, "text/plain", "marathon_apps_active " + model.catalog.root().apps().size() + "\n");
  }

  private static JsonNode plugins() {
    var out = Json.object();
    out.putArray("plugins");
    return out;
  }

  private static Answer only(boolean allowed, Supplier<Answer> answer) {
    if (!allowed) {
      throw Refusal.noMethod();
    }
    return answer.get();
  }

  private Answer leader(Request request) {
    if (request.method().equals("DELETE")) {
      changeLeader();
      var out = Json.object("message", "Leadership abdicated");
      out.putArray("details");
      return Answer.ok(out);
    }
    return only(request.method().equals("GET"), () -> Answer.ok(Json.object("leader", leader)));
  }

  private static void requireTypes(Request request) {
    if (!request.accepts("application/json")) {
      throw Refusal.of(406, "Not Acceptable");
    }
    String sent = request.contentType();
    boolean body = Set.of("POST", "PUT", "PATCH").contains(request.method());
    if (body && sent != null && !sent.contains("application/json")) {
      throw Refusal.of(415, "Unsupported Media Type");
    }
  }

  private static @Nullable String after(String path, String prefix) {
    boolean there = path.equals(prefix) || path.startsWith(prefix + "/");
    return there ? path.substring(prefix.length()) : null;
  }

  /** Attaches a reader to the event stream; an empty set of types means all of them. */
  public EventStream events(Set<String> types, boolean light, String client) {
    return model.heart.run(() -> model.events.attach(types, light, client));
  }

  /** Hangs up on everybody who reads events. */
  public void cutEvents() {
    model.heart.run(
        () -> {
          model.events.cut();
          return true;
        });
  }

  /** Another name leads from now on and every event stream breaks. */
  public void changeLeader() {
    model.heart.run(
        () -> {
          String other = setup.address().replaceFirst("^[^:]+", "localhost");
          leader = leader.equals(setup.address()) ? other : setup.address();
          model.events.cut();
          return true;
        });
  }

  /** What every answer of the leader carries. */
  public Map<String, String> leaderHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Marathon-Leader", "http://" + leader);
    if (!model.generation.old()) {
      headers.put("X-Frame-Options", "DENY");
      headers.put("X-XSS-Protection", "1; mode=block");
    }
    headers.put("Cache-Control", "no-cache, no-store, must-revalidate");
    headers.put("Pragma", "no-cache");
    headers.put("Expires", "0");
    return headers;
  }

  public Knobs knobs() {
    return model.knobs;
  }

  public void turn(UnaryOperator<Knobs> change) {
    model.heart.run(
        () -> {
          model.knobs = change.apply(model.knobs);
          model.queue.retryAll();
          return true;
        });
  }

  /** The Mesos master under it. */
  public Mesos mesos() {
    return new Mesos(model);
  }

  /** Where its tasks run and ran. */
  public SandboxSource sandboxes() {
    return model.sandboxes;
  }

  /** Direct handles on single applications and tasks. */
  public Hand hand() {
    return new Hand(model);
  }
}
