package dev.gennaker.simulator;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Marathon the contract is checked against: a real, empty and disposable one when
 * GENNAKER_MARATHON_URL is set (with GENNAKER_MARATHON_TOKEN, if it needs one), else a simulated
 * one.
 */
final class MarathonUnderTest implements AutoCloseable {

  private static final @Nullable String REAL = System.getenv("GENNAKER_MARATHON_URL");

  private final @Nullable SimulatedCluster cluster;
  final URI url;
  final MarathonCalls calls;
  final Set<String> features;
  final boolean old;

  private MarathonUnderTest(String follow) throws IOException {
    if (REAL != null) {
      cluster = null;
      url = URI.create(REAL);
      calls = new MarathonCalls(url, System.getenv("GENNAKER_MARATHON_TOKEN"));
    } else {
      cluster =
          SimulatedCluster.start(
              SimulatorSettings.defaults()
                  .following(follow)
                  .withFeatures(Set.of())
                  .withKnobs(
                      new Knobs(0.05, 0.2, 0, 0.1, 0.1, 0.1, false, 0, false, 0, 100, 604_800)));
      url = cluster.marathonUrl();
      calls = new MarathonCalls(url);
    }
    var info = calls.get("/v2/info").expect(200);
    features = new HashSet<>();
    info.at("/marathon_config/features").forEach(f -> features.add(f.asString()));
    if (info.at("/marathon_config/mesos_role").asString("*").equals("slave_public")) {
      features.add("slave_public");
    }
    old = info.at("/version").asString().startsWith("1.6");
  }

  static MarathonUnderTest open() throws IOException {
    return open("1.11");
  }

  /**
   * @param follow which generation a simulated one follows; a real one is what it is
   */
  static MarathonUnderTest open(String follow) throws IOException {
    return new MarathonUnderTest(follow);
  }

  @Override
  public void close() {
    if (cluster != null) {
      cluster.close();
    }
  }
}
