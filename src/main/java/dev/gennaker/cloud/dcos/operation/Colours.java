package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import dev.gennaker.cloud.dcos.operation.Fronts.Front;
import dev.gennaker.cloud.dcos.reading.Reading;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a new app the second colour of a deployment group: marathon-lb then puts the tasks of both
 * behind one port. Looks first whether that can go without a lost request, and says what stands
 * against it.
 */
final class Colours {

  static final String GROUP = "HAPROXY_DEPLOYMENT_GROUP";
  static final String ALT_PORT = "HAPROXY_DEPLOYMENT_ALT_PORT";
  static final String TARGET = "HAPROXY_DEPLOYMENT_TARGET_INSTANCES";
  private static final String NEW = "HAPROXY_DEPLOYMENT_NEW_INSTANCES";
  private static final String STARTED = "HAPROXY_DEPLOYMENT_STARTED_AT";
  private static final String COLOUR = "HAPROXY_DEPLOYMENT_COLOUR";
  private static final String PORT = "HAPROXY_0_PORT";

  private final Fronts fronts;
  private final Clock clock;

  Colours(Connections connections, Clock clock) {
    this.fronts = new Fronts(connections);
    this.clock = clock;
  }

  /** The name of the backend that both colours share. */
  static String backend(App app) {
    String group = app.label(GROUP);
    String id = group.isEmpty() ? app.id() : group;
    return id.replaceFirst("^/", "").replace('/', '_') + "_" + port(app);
  }

  /** The port at which clients come in, whatever the colour. */
  private static int port(App app) {
    String said = app.label(PORT);
    List<Integer> ports = app.servicePorts();
    return said.matches("\\d{1,5}")
        ? Integer.parseInt(said)
        : ports.isEmpty() ? 0 : ports.getFirst();
  }

  /**
   * Writes labels and port, unless something stands against it.
   *
   * @param service the app's id without its version
   * @param older what it takes over from; null where nothing serves yet
   * @return what stands against it; empty when it was done
   */
  List<String> paint(ObjectNode json, String service, @Nullable App older, Place place) {
    App app = new App(json);
    List<String> against = new ArrayList<>(ofItself(app));
    if (older != null) {
      against.addAll(ofOlder(app, older));
    }
    if (against.isEmpty()) {
      against.addAll(ofBalancers(app, older, place));
    }
    if (against.isEmpty()) {
      write(json, service, app, older);
    }
    return against;
  }

  private static List<String> ofItself(App app) {
    List<String> against = new ArrayList<>();
    if (app.label(GROUP).isEmpty()) {
      against.add("it has no label %s, the name both versions share".formatted(GROUP));
    }
    if (!app.label(ALT_PORT).matches("\\d{1,5}")) {
      against.add(
          "it has no label %s, a second service port for every other version".formatted(ALT_PORT));
    }
    if (app.json().path("healthChecks").isEmpty()) {
      against.add("it has no health check, so nobody can tell when it serves");
    }
    if (app.servicePorts().size() != 1 || app.servicePorts().getFirst() == 0) {
      against.add("it must have exactly one port, with a service port of its own");
    }
    return against;
  }

  private static List<String> ofOlder(App app, App older) {
    List<String> against = new ArrayList<>();
    if (!older.label(GROUP).equals(app.label(GROUP)) || older.label(ALT_PORT).isEmpty()) {
      against.add(
          "%s is not in its deployment group; deploy once with another strategy and these labels"
              .formatted(older.id()));
    } else if (port(older) != port(app) && !older.servicePorts().contains(port(app))) {
      against.add(
          "%s serves at port %d, this one at %d".formatted(older.id(), port(older), port(app)));
    }
    return against;
  }

  private List<String> ofBalancers(App app, @Nullable App older, Place place) {
    Marathon marathon = place.marathon();
    List<String> groups =
        app.labels().entrySet().stream()
            .filter(label -> label.getKey().matches("HAPROXY_(0_)?GROUP"))
            .flatMap(label -> List.of(label.getValue().split("\\s*,\\s*")).stream())
            .toList();
    List<Reading> balancers =
        Fronts.all(marathon, place.id().account()).stream()
            .filter(balancer -> Fronts.serves(balancer, groups))
            .toList();
    if (balancers.isEmpty()) {
      return List.of(
          "no marathon-lb of %s serves its HAPROXY_GROUP %s"
              .formatted(marathon.cluster(), String.join(", ", groups)));
    }
    List<String> against = new ArrayList<>();
    List<App> apps = new ArrayList<>();
    for (Reading balancer : balancers) {
      Optional<App> one = marathon.app(balancer.appId());
      one.ifPresent(apps::add);
      one.flatMap(Colours::unfit).ifPresent(against::add);
    }
    others(app, older, marathon).forEach(against::add);
    String backend = backend(older == null ? app : older);
    for (Front front : fronts.look(marathon.cluster(), apps, backend, List.of()).fronts()) {
      if (!front.fault().isEmpty()) {
        against.add(front.fault() + "; it must be reachable from here");
      } else if (older != null && front.servers() < 0) {
        against.add("HAProxy on %s has no backend %s".formatted(front.host(), backend));
      }
    }
    return against;
  }

  private static Optional<String> unfit(App balancer) {
    List<String> arguments =
        balancer.json().path("args").valueStream().map(JsonNode::asString).toList();
    String all = String.join(" ", arguments) + " " + balancer.json().path("cmd").asString("");
    return all.contains("sse") && all.contains("--health-check")
        ? Optional.empty()
        : Optional.of(
            "%s must run in SSE mode and with --health-check, else it sends requests to instances that are not ready"
                .formatted(balancer.id()));
  }

  /** marathon-lb merges two apps; a third one of the group makes it drain none. */
  private static List<String> others(App app, @Nullable App older, Marathon marathon) {
    List<String> others = new ArrayList<>();
    marathon.apps(
        one -> {
          boolean same = one.label(GROUP).equals(app.label(GROUP));
          if (same && (older == null || !one.id().equals(older.id()))) {
            others.add(
                "%s is in deployment group %s too, and marathon-lb merges only two; destroy it first"
                    .formatted(one.id(), app.label(GROUP)));
          }
        });
    return others;
  }

  private void write(ObjectNode json, String service, App app, @Nullable App older) {
    int real = port(older == null ? app : older);
    int alternative = Integer.parseInt(app.label(ALT_PORT));
    boolean aside = older != null && older.servicePorts().contains(real);
    for (JsonNode port : app.ports()) {
      ((ObjectNode) port)
          .put(
              port.has("servicePort") || port.has("containerPort") ? "servicePort" : "port",
              aside ? alternative : real);
    }
    ObjectNode labels = json.withObjectProperty("labels");
    labels.put(PORT, String.valueOf(real));
    labels.put("HAPROXY_APP_ID", service);
    labels.put(COLOUR, older == null || older.label(COLOUR).equals("green") ? "blue" : "green");
    // Without a zone, as the original tool writes it: marathon-lb cannot compare both spellings.
    labels.put(
        STARTED,
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MILLIS)
            .toString());
    labels.put(TARGET, String.valueOf(older == null ? app.instances() : older.instances()));
    labels.put(NEW, "0");
  }
}
