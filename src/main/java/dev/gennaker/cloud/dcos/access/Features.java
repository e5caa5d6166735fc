package dev.gennaker.cloud.dcos.access;

import dev.gennaker.cloud.SelfTest.Feature;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a cluster says of itself. */
final class Features {

  private final Probe probe;
  private final List<Feature> list = new ArrayList<>();

  Features(Probe probe) {
    this.probe = probe;
  }

  List<Feature> list() {
    tell("DC/OS", () -> dcos(probe.dcos()));
    tell("Security mode", this::security);
    tell("Mesos", probe::mesosVersion);
    try {
      marathon(probe.marathon());
    } catch (DcosFault fault) {
      list.add(new Feature("Marathon", fault.why().sentence(), false));
    }
    gpus();
    return List.copyOf(list);
  }

  private void tell(String name, Supplier<String> value) {
    try {
      String said = value.get();
      list.add(new Feature(name, said.isEmpty() ? "not told" : said, !said.isEmpty()));
    } catch (DcosFault fault) {
      list.add(new Feature(name, fault.why().sentence(), false));
    }
  }

  private static String dcos(JsonNode version) {
    String variant = version.path("dcos-variant").asString("");
    return "%s %s".formatted(version.path("version").asString(""), variant).strip();
  }

  private String security() {
    try {
      return probe.security();
    } catch (DcosFault fault) {
      if (fault.why() instanceof DcosFault.Why.Missing) {
        return "none; the open variant has no permissions";
      }
      throw fault;
    }
  }

  private void marathon(JsonNode info) {
    String version = info.path("version").asString("");
    JsonNode config = info.path("marathon_config");
    Set<String> features =
        config.path("features").valueStream().map(f -> f.asString("")).collect(Collectors.toSet());
    list.add(new Feature("Marathon", version, !version.isEmpty()));
    list.add(new Feature("Framework", config.path("framework_name").asString("marathon"), true));
    Version it = Version.of(version);
    since(it, "Pods", 1, 4);
    since(it, "Networks as a list of its own", 1, 5);
    has("Secrets", features.contains("secrets"), "Marathon's feature secrets is off");
    has(
        "GPUs in Marathon",
        features.contains("gpu_resources"),
        "Marathon's feature gpu_resources is off");
    since(it, "Light event stream", 1, 7);
  }

  private void since(Version it, String name, int major, int minor) {
    has(name, it.atLeast(major, minor), "since Marathon %d.%d".formatted(major, minor));
  }

  private void has(String name, boolean has, String otherwise) {
    list.add(new Feature(name, has ? "yes" : "no; " + otherwise, has));
  }

  private void gpus() {
    try {
      long with = probe.agents().stream().filter(agent -> agent.gpus() > 0).count();
      has("Agents with GPUs", with > 0, "no agent offers any");
    } catch (DcosFault fault) {
      list.add(new Feature("Agents with GPUs", fault.why().sentence(), false));
    }
  }

  /** The first two numbers of a version; zero where there are none. */
  record Version(int major, int minor) {

    static Version of(String text) {
      String[] parts = text.split("[.-]");
      return new Version(number(parts, 0), number(parts, 1));
    }

    private static int number(String[] parts, int at) {
      return at < parts.length && parts[at].matches("\\d{1,6}") ? Integer.parseInt(parts[at]) : 0;
    }

    boolean atLeast(int wantedMajor, int wantedMinor) {
      return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
    }
  }
}
