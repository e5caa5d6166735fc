package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gennaker.cloud.Operation.Deploy;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Marathon apps that people wrote come back from a deploy as they wrote them. */
class RealAppsTests extends DcosScenario {

  private static final Set<String> OLD_FORMS = Set.of("uris", "ports", "ipAddress", "storeUrls");
  private static final int ENOUGH = 20;

  @Override
  @BeforeEach
  void start() throws IOException {
    cluster =
        SimulatedCluster.start(
            SimulatorSettings.defaults().withAgents(200).withKnobs(Knobs.INSTANT));
    rig = new DcosRig(cluster, DcosRig.NOBODY, DcosRig.timing(), Clock.systemUTC());
  }

  @Test
  void keepsEveryFieldOfOurOwnApps() throws IOException {
    List<Path> files = list(Path.of("src/test/resources/dcos/apps"));

    Map<Path, Map<String, Object>> finished = deployAll(files);
    assertThat(finished.keySet()).containsExactlyInAnyOrderElementsOf(files);
    finished.forEach((file, outputs) -> assertThat(differences(file, outputs)).isEmpty());
  }

  @Test
  void keepsEveryFieldOfAppsFoundInTheWild() throws IOException {
    List<Path> folders =
        Stream.of("../shared", "../../shared")
            .map(shared -> Path.of(shared, "corpus", "marathon-apps"))
            .filter(Files::isDirectory)
            .toList();
    assumeTrue(!folders.isEmpty(), "the collection of apps is not here");

    Map<Path, Map<String, Object>> finished = deployAll(list(folders.getFirst()));
    Map<String, List<String>> lost = new LinkedHashMap<>();
    int equal = 0;
    for (Map.Entry<Path, Map<String, Object>> one : finished.entrySet()) {
      JsonNode written = read(one.getKey());
      List<String> found = differences(one.getKey(), one.getValue());
      equal += found.isEmpty() && modern(written) ? 1 : 0;
      if (!found.isEmpty()) {
        // What Marathon drops by itself, a field it does not know, is nobody's loss.
        found.removeAll(differences(written, postedDirectly(written, equal + lost.size())));
      }
      if (!found.isEmpty()) {
        lost.put(one.getKey().getFileName().toString(), found);
      }
    }
    assertThat(lost).isEmpty();
    assertThat(equal).isGreaterThanOrEqualTo(ENOUGH);
  }

  /** The same app as Marathon tells it after it was sent without us. */
  private JsonNode postedDirectly(JsonNode written, int number) {
    String id = "/direct/n" + System.nanoTime() + "-" + number;
    JsonNode app = ((ObjectNode) written.deepCopy()).put("id", id);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI apps = URI.create(cluster.marathonUrl() + "/v2/apps");
      client.send(
          HttpRequest.newBuilder(apps)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(app.toString()))
              .build(),
          BodyHandlers.discarding());
      String answer =
          client
              .send(HttpRequest.newBuilder(URI.create(apps + id)).build(), BodyHandlers.ofString())
              .body();
      return JsonMapper.shared().readTree(answer).path("app");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static JsonNode read(Path file) {
    return JsonMapper.shared().readTree(file.toFile());
  }

  /** Deploys everything Marathon accepts and returns what was up after a few looks. */
  private Map<Path, Map<String, Object>> deployAll(List<Path> files) {
    Map<Path, Map<String, Object>> finished = new LinkedHashMap<>();
    int number = 0;
    for (Path file : files) {
      Map<String, Object> app =
          JsonMapper.shared().convertValue(read(file), new TypeReference<>() {});
      if (app.containsKey("apps") || app.containsKey("groups")) {
        continue; // a group, not an app
      }
      Deploy deploy = deploy("n" + number++, Map.of("marathon", app));
      String key = key();
      Progress progress = new Progress.Working("", null, Map.of(), Map.of());
      for (int look = 0; look < 3 && progress instanceof Progress.Working working; look++) {
        progress = provider().carryOut(deploy, key, working.memory(), BY);
      }
      if (progress instanceof Progress.Finished(Map<String, Object> outputs)) {
        finished.put(file, outputs);
      }
    }
    return finished;
  }

  private List<String> differences(Path file, Map<String, Object> outputs) {
    ServerGroupId id =
        new ServerGroupId("demo", region(), String.valueOf(outputs.get("serverGroup")));
    return differences(
        read(file),
        JsonMapper.shared().readTree(provider().inventory().definition(id).orElseThrow()));
  }

  private static List<String> differences(JsonNode written, JsonNode live) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : written.properties()) {
      boolean answered = live.has(field.getKey());
      // The id is chosen by the deploy; old forms come back in the new one.
      boolean ours = List.of("id", "version", "versionInfo").contains(field.getKey());
      boolean old = OLD_FORMS.contains(field.getKey()) || !modern(written);
      if (!ours && (answered || !old)) {
        compare(
            "$." + field.getKey(),
            field.getValue(),
            live.path(field.getKey()),
            !modern(written),
            found);
      }
    }
    return found;
  }

  private static boolean modern(JsonNode app) {
    JsonNode docker = app.path("container").path("docker");
    return OLD_FORMS.stream().noneMatch(app::has)
        && !docker.has("network")
        && !docker.has("portMappings");
  }

  private static void compare(
      String path, JsonNode written, JsonNode live, boolean old, List<String> found) {
    if (written.isNull()) {
      return;
    }
    if (written.isObject() && live.isObject()) {
      written.forEachEntry(
          (key, value) -> {
            boolean translated =
                old && path.endsWith(".docker") && Set.of("network", "portMappings").contains(key);
            if (!translated) {
              compare(path + "." + key, value, live.path(key), old, found);
            }
          });
    } else if (written.isArray() && live.isArray() && written.size() == live.size()) {
      for (int i = 0; i < written.size(); i++) {
        compare(path + "[" + i + "]", written.path(i), live.path(i), old, found);
      }
    } else if (written.isNumber() && live.isNumber()) {
      boolean chosen = written.asInt(1) == 0 && path.matches(".*[pP]ort");
      if (!chosen && written.asDouble() != live.asDouble()) {
        found.add(path + " was " + written + ", is " + live);
      }
    } else if (!written.equals(live)) {
      found.add(path + " was " + written + ", is " + live);
    }
  }
}
