package dev.gennaker.cloud.dcos.inventory;

import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.settings.DcosProperties;
import dev.gennaker.cloud.dcos.settings.DcosProperties.AccountEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.ClusterEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.CredentialsEntry;
import dev.gennaker.cloud.dcos.settings.Settings;
import dev.gennaker.cloud.dcos.settings.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The inventory alone, in a process of its own, of clusters that run elsewhere: how long until the
 * first full picture, what it weighs, and what keeping it costs. {@code bench/inventory} runs it;
 * it is not part of the tests.
 */
public final class InventoryBench {

  private static final String LIST =
      "/service/marathon/v2/apps?embed=apps.tasks&embed=apps.deployments&embed=apps.counts"
          + "&embed=apps.lastTaskFailure";
  private static final Duration POLL = Duration.ofSeconds(30);
  private static final Duration DAY = Duration.ofDays(1);

  private InventoryBench() {}

  /**
   * @param args how many tasks there are, then the addresses of the clusters
   */
  public static void main(String[] args) throws Exception {
    int tasks = Integer.parseInt(args[0]);
    List<URI> clusters = Arrays.stream(args).skip(1).map(URI::create).toList();
    Settings settings = settings(clusters);
    try (Connections connections = new Connections(settings, Clock.systemUTC())) {
      DcosInventory inventory =
          new DcosInventory(settings, connections, Clock.systemUTC(), InventoryBench::heard);
      double empty = heap();
      long started = System.nanoTime();
      inventory.start();
      while (tasks(inventory) < tasks) {
        Thread.sleep(2);
      }
      double first = (System.nanoTime() - started) / 1e6;
      say("first full picture after start, cold JVM", "%.0f ms", first);
      say("heap of the inventory after a collection", "%.1f MB", (heap() - empty) / 1e6);
      double bytes = 0;
      for (URI cluster : clusters) {
        bytes += weigh(cluster);
      }
      say("one full read of all clusters", "%.1f MB", bytes / 1e6);
      say("full re-reads in a day, as a share of polling", "%.2f %%", share() * 100);
      inventory.stop();
    }
  }

  private static void heard(InventoryChanged event) {
    // The bench looks by itself.
  }

  private static void say(String what, String format, double figure) {
    System.out.printf("%-62s %12s%n", what, format.formatted(figure));
  }

  private static Settings settings(List<URI> clusters) {
    List<ClusterEntry> entries = new ArrayList<>();
    List<CredentialsEntry> open = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      String name = "dcos-" + (i + 1);
      entries.add(
          new ClusterEntry(
              name,
              clusters.get(i).toString(),
              null,
              null,
              false,
              "/service/marathon",
              "/service/metronome",
              "http://{host}:{port}"));
      open.add(new CredentialsEntry(name, null, null, null, null, null));
    }
    // Three accounts: what is read must not depend on how many there are.
    return Settings.of(
        new DcosProperties(
            entries,
            List.of(
                new AccountEntry("one", "test", open),
                new AccountEntry("two", "test", open),
                new AccountEntry("three", "test", open)),
            timing()));
  }

  /** The defaults. */
  private static Timing timing() {
    return new Timing(
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMillis(100),
        Duration.ofSeconds(35),
        Duration.ofMinutes(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        3);
  }

  private static long tasks(DcosInventory inventory) {
    long tasks = 0;
    for (ServerGroup group : inventory.serverGroups()) {
      tasks += group.instances().size();
    }
    return tasks;
  }

  private static double heap() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(150);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long weigh(URI cluster) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream in =
            client
                .send(
                    HttpRequest.newBuilder(URI.create(cluster + LIST))
                        .header("Accept", "application/json")
                        .build(),
                    BodyHandlers.ofInputStream())
                .body()) {
      byte[] some = new byte[65_536];
      long all = 0;
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        all += read;
      }
      return all;
    }
  }

  /** Full reads in a day in which events tell everything, and as many polls of the same list. */
  private static double share() {
    Resync resync = new Resync(timing().resync());
    long reads = 0;
    for (Duration at = resync.pause(); at.compareTo(DAY) <= 0; at = at.plus(resync.pause())) {
      reads++;
      resync.done(false);
    }
    return (double) reads / DAY.dividedBy(POLL);
  }
}
