package dev.gennaker.cloud.dcos.files;

import dev.gennaker.cloud.InstanceId;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Label;
import dev.gennaker.cloud.dcos.marathon.Mesos;
import dev.gennaker.cloud.dcos.marathon.MesosTask;
import dev.gennaker.cloud.dcos.reading.GroupReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where tasks write, and remembers it. */
final class Sandboxes {

  private static final int REMEMBERED = 2_000;

  /** Of an app: its id with underscores, then the instance's. */
  private static final Pattern APP_TASK =
      Pattern.compile("(.+)\\.(?:instance-|marathon-)?[0-9a-f]{8}-[0-9a-f]{4}-.*");

  private final Connections connections;

  private final Map<InstanceId, Sandbox> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<InstanceId, Sandbox> eldest) {
              return size() > REMEMBERED;
            }
          });

  Sandboxes(Connections connections) {
    this.connections = connections;
  }

  /** Empty when Mesos has forgotten the task. */
  Optional<Sandbox> find(Mesos mesos, InstanceId instance) {
    Sandbox sandbox = known.get(instance);
    if (sandbox == null) {
      sandbox = mesos.task(instance.name()).map(task -> locate(mesos, task)).orElse(null);
      if (sandbox != null) {
        known.put(instance, sandbox);
      }
    }
    return Optional.ofNullable(sandbox);
  }

  private Sandbox locate(Mesos mesos, MesosTask task) {
    String directory = directory(mesos, task);
    return new Sandbox(
        task.agent(),
        task.nested() ? directory + "/tasks/" + task.id() : directory,
        owner(mesos, task));
  }

  /** Agents that do not say where their sandboxes lie may still know them by their other name. */
  private static String directory(Mesos mesos, MesosTask task) {
    Optional<String> told;
    try {
      told = mesos.directory(task);
    } catch (DcosFault fault) {
      if (!(fault.why() instanceof Why.Missing) && !(fault.why() instanceof Why.Broken)) {
        throw fault;
      }
      told = Optional.empty();
    }
    return told.orElseGet(
        () ->
            "/frameworks/%s/executors/%s/runs/latest".formatted(task.framework(), task.executor()));
  }

  /** By label first, by its versioned name second, as for server groups. */
  private String owner(Mesos mesos, MesosTask task) {
    String label = task.labels().getOrDefault(Label.APPLICATION, "");
    if (!label.isEmpty()) {
      return label;
    }
    Matcher app = APP_TASK.matcher(task.id());
    return app.matches()
        ? GroupReader.owner(
            mesos.cluster(),
            connections.accountsOf(mesos.cluster()),
            "/" + app.group(1).replace('_', '/'))
        : "";
  }
}
