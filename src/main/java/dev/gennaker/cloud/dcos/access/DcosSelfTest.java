package dev.gennaker.cloud.dcos.access;

import dev.gennaker.cloud.SelfTest;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Probe;
import dev.gennaker.cloud.dcos.settings.AccountSettings;
import dev.gennaker.cloud.dcos.settings.ClusterSettings;
import dev.gennaker.cloud.dcos.settings.Credentials;
import dev.gennaker.cloud.dcos.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tries what Gennaker does, in ways that change nothing: small reads, a stream that is closed at
 * once, a group that is only imagined. What cannot be tried without a change, the remarks say.
 */
public final class DcosSelfTest implements SelfTest {

  private static final String NOBODYS = "gennaker.self-test";

  private final Settings settings;
  private final Connections connections;

  public DcosSelfTest(Settings settings, Connections connections) {
    this.settings = settings;
    this.connections = connections;
  }

  @Override
  public List<Trial> trials(String location) {
    ClusterSettings cluster = settings.clusters().get(location);
    return cluster == null
        ? List.of()
        : settings.accounts().stream()
            .flatMap(account -> trials(account, cluster).stream())
            .toList();
  }

  private List<Trial> trials(AccountSettings account, ClusterSettings cluster) {
    Credentials credentials = account.clusters().get(cluster.name());
    Probe probe = connections.probeOf(account.name(), cluster.name()).orElse(null);
    if (credentials == null || probe == null) {
      return List.of();
    }
    Tries tries = new Tries(account.name(), credentials.uid(), probe);
    String marathon = service(cluster.marathonPath(), "marathon");
    String metronome = service(cluster.metronomePath(), "metronome");
    String group = "/" + account.name();
    Permission door = Permission.router("service:" + marathon);
    if (!(credentials instanceof Credentials.None)) {
      tries.add("Sign in", List.of(), "", Probe::signIn);
    }
    tries.add(
        "Reach Marathon",
        List.of(door, Permission.administration(marathon, "config")),
        "",
        p -> {
          var _ = p.marathon();
        });
    tries.add(
        "Follow what happens",
        List.of(door, Permission.administration(marathon, "events")),
        "",
        Probe::events);
    tries.add(
        "See what runs below " + group,
        List.of(door, Permission.services(marathon, group, "read")),
        "What lies elsewhere is shown as far as the user may see it.",
        p -> p.group(group));
    tries.add(
        "Deploy below " + group,
        List.of(door, Permission.services(marathon, group, "create")),
        "Updating and deleting cannot be tried without a change; full covers them.",
        p -> p.imagine(group + "/" + NOBODYS.replace('.', '-')));
    tries.add(
        "Run jobs",
        List.of(Permission.router("service:" + metronome), Permission.jobs(metronome)),
        "Creating and deleting cannot be tried without a change; full covers them.",
        p -> p.job(NOBODYS));
    tries.add(
        "Find tasks and their exit codes",
        List.of(Permission.router("ops:mesos")),
        "",
        p -> {
          var _ = p.mesosVersion();
        });
    tries.add(
        "Read logs and files",
        List.of(Permission.router("ops:slave")),
        "In strict mode the sandboxes of tasks need permissions of their own.",
        DcosSelfTest::anAgent);
    return tries.list;
  }

  private static void anAgent(Probe probe) {
    String id =
        probe.agents().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the cluster has no agents"))
            .id();
    probe.agent(id);
  }

  /** The last part of where a service is, which is its name. */
  private static String service(String path, String otherwise) {
    return path.isEmpty() ? otherwise : path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public List<Feature> features(String location) {
    return connections.accountsOf(location).stream()
        .findFirst()
        .flatMap(account -> connections.probeOf(account, location))
        .map(probe -> new Features(probe).list())
        .orElse(List.of());
  }

  /** Collects the trials of one account. */
  private record Tries(String account, String uid, Probe probe, List<Trial> list) {

    Tries(String account, String uid, Probe probe) {
      this(account, uid, probe, new ArrayList<>());
    }

    void add(String use, List<Permission> needed, String remark, Consumer<Probe> attempt) {
      list.add(
          new Trial(
              account,
              use,
              needed.stream().map(Permission::toString).toList(),
              () -> finding(needed, remark, attempt)));
    }

    private Finding finding(List<Permission> needed, String remark, Consumer<Probe> attempt) {
      try {
        attempt.accept(probe);
        return new Finding.Granted(remark);
      } catch (DcosFault fault) {
        return switch (fault.why()) {
          case Why.Forbidden forbidden -> missing(needed, forbidden.detail());
          case Why.Unauthenticated unfit ->
              new Finding.Missing(
                  List.of(),
                  unfit.sentence(),
                  "Compare the account's user and secret with those of DC/OS.");
          case Why.Missing _ ->
              new Finding.Unclear(
                  "There is no such service at this address; see the cluster's paths in the settings.");
          case Why.Unreachable _,
              Why.Locked _,
              Why.Taken _,
              Why.Busy _,
              Why.Invalid _,
              Why.Broken _ ->
              new Finding.Unclear(fault.getMessage());
        };
      } catch (IllegalStateException nothing) {
        return new Finding.Unclear(String.valueOf(nothing.getMessage()));
      }
    }

    /**
     * Admin Router refuses with a page, a service behind it with its own JSON; of an event stream
     * nothing but the refusal is known, and whether its door is open another trial tells.
     */
    private Finding missing(List<Permission> needed, String said) {
      boolean byService = said.isEmpty() || said.contains("Not Authorized");
      List<Permission> lacking =
          byService && needed.size() > 1 ? needed.subList(1, needed.size()) : needed.subList(0, 1);
      return new Finding.Missing(
          lacking.stream().map(Permission::toString).toList(),
          byService ? "The service refused it." : "Admin Router refused it.",
          lacking.stream()
              .map(permission -> permission.grantTo(uid))
              .collect(Collectors.joining("\n")));
    }
  }
}
