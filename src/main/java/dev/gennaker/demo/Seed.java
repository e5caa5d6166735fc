package dev.gennaker.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs on the clusters when the demo starts. */
final class Seed {

  private static final int PROD = 6;
  private static final int TEST = 2;

  private final Instant now;
  private final List<SeedApp> apps = new ArrayList<>();

  private Seed(Instant now) {
    this.now = now;
  }

  /**
   * The state before the history was made, or as it left it.
   *
   * @param released the history's release; null when it was not made
   * @param history whether it is still to be made
   */
  static Seed at(Instant now, DemoMemory.@Nullable Released released, boolean history) {
    Seed seed = new Seed(now);
    seed.settled();
    if (released == null && history) {
      seed.webBefore();
    } else {
      Instant at = released == null ? now.minus(Duration.ofHours(2)) : released.at();
      seed.webAfter(released == null ? "" : released.execution(), at);
    }
    return seed;
  }

  /** The Marathon apps of one cluster. */
  List<Map<String, Object>> of(String cluster) {
    return apps.stream().filter(app -> app.location().equals(cluster)).map(SeedApp::json).toList();
  }

  private void settled() {
    off("dcos-east", "prod", "cart", 43, "2.2.9", 4, days(16));
    SeedApp basket = SeedApp.service("dcos-east", "prod", "cart", 44, "2.3.0", 5, days(4));
    apps.add(basket.at("shop.example.com", "/cart"));
    on("dcos-west", "prod", "cart", 44, "2.3.0", 4, days(4));
    off("dcos-east", "prod", "search", 30, "5.11.4", 12, days(26));
    SeedApp search = SeedApp.service("dcos-east", "prod", "search", 31, "5.12.0", 14, days(2));
    apps.add(search.at("search.example.com", ""));
    on("dcos-west", "prod", "search", 30, "5.11.4", 8, days(25));
    on("dcos-east", "prod", "pay", 7, "3.1.4", 3, days(31));
    on("dcos-west", "prod", "pay", 7, "3.1.4", 3, days(31));
    on("dcos-east", "test", "search", 33, "5.12.1", 1, days(1));
    SeedApp cart = SeedApp.service("dcos-east", "test", "cart", 50, "2.4.0", 1, days(1));
    apps.add(cart.with("SIM_FLAP", "20"));
    apps.add(SeedApp.unowned("dcos-east", "/infra/log-shipper", "tail -F /var/log/messages", 2));
    apps.add(SeedApp.balancer("dcos-east", "/marathon-lb", 2));
    apps.add(SeedApp.unowned("dcos-west", "/metrics", "./prometheus --web.port=9090", 1));
  }

  private void webBefore() {
    for (String location : List.of("dcos-east", "dcos-west")) {
      off(location, "prod", "web", 11, "1.8.1", PROD, days(23));
      on(location, "prod", "web", 12, "1.8.2", PROD, days(9));
    }
    on("dcos-east", "test", "web", 20, "1.8.2", TEST, days(10));
  }

  private void webAfter(String execution, Instant at) {
    for (String location : List.of("dcos-east", "dcos-west")) {
      off(location, "prod", "web", 11, "1.8.1", PROD, days(23));
      off(location, "prod", "web", 12, "1.8.2", PROD, days(9));
      SeedApp current = SeedApp.service(location, "prod", "web", 13, "1.8.3", PROD, at);
      apps.add(current.by(execution));
    }
    off("dcos-east", "test", "web", 21, "1.8.3", TEST, at.minusSeconds(60));
    on("dcos-east", "test", "web", 22, "1.8.4", TEST, at.plusSeconds(60));
  }

  private void on(
      String location, String stack, String detail, int version, String tag, int size, Instant at) {
    apps.add(SeedApp.service(location, stack, detail, version, tag, size, at));
  }

  private void off(
      String location, String stack, String detail, int version, String tag, int size, Instant at) {
    apps.add(SeedApp.service(location, stack, detail, version, tag, size, at).disable());
  }

  private Instant days(int ago) {
    return now.minus(Duration.ofDays(ago));
  }
}
