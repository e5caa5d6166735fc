package dev.gennaker.cloud.dcos.files;

import dev.gennaker.cloud.FileChunk;
import dev.gennaker.cloud.FileEntry;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.cloud.InstanceFiles;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Mesos;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The sandboxes of a cluster's tasks, by the agents' files API. */
public final class DcosFiles implements InstanceFiles {

  private static final String MASTER = "dcos:adminrouter:ops:mesos";
  private static final String AGENT = "dcos:adminrouter:ops:slave";

  private final Connections connections;
  private final Sandboxes sandboxes;

  public DcosFiles(Connections connections) {
    this.connections = connections;
    this.sandboxes = new Sandboxes(connections);
  }

  @Override
  public String application(InstanceId instance) {
    return sandbox(mesos(instance), instance).application();
  }

  @Override
  public List<FileEntry> list(InstanceId instance, FilePath directory) {
    return in(
        instance,
        directory,
        (mesos, sandbox) ->
            mesos.browse(sandbox.agent(), sandbox.at(directory)).stream()
                .flatMap(file -> entry(directory, file).stream())
                .sorted(Comparator.comparing(file -> file.path().name()))
                .toList());
  }

  private static Optional<FileEntry> entry(FilePath directory, Mesos.Listed file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    return FilePath.of(directory.isTop() ? name : directory + "/" + name)
        .filter(path -> !name.isEmpty())
        .map(
            path ->
                new FileEntry(
                    path,
                    file.mode().startsWith("d"),
                    file.size(),
                    Instant.ofEpochSecond(file.mtime())));
  }

  @Override
  public long size(InstanceId instance, FilePath file) {
    return in(
        instance,
        file,
        (mesos, sandbox) -> mesos.read(sandbox.agent(), sandbox.at(file), -1, 0).offset());
  }

  @Override
  public FileChunk read(InstanceId instance, FilePath file, long offset, int most) {
    return in(
        instance,
        file,
        (mesos, sandbox) -> {
          Mesos.Read read =
              mesos.read(
                  sandbox.agent(), sandbox.at(file), Math.max(0, offset), Math.min(MOST, most));
          return new FileChunk(read.offset(), read.bytes());
        });
  }

  @Override
  public InputStream open(InstanceId instance, FilePath file) {
    return in(
        instance, file, (mesos, sandbox) -> mesos.download(sandbox.agent(), sandbox.at(file)));
  }

  private Mesos mesos(InstanceId instance) {
    return connections
        .mesosOf(instance.location())
        .orElseThrow(
            () ->
                new FilesUnavailable(
                    FilesUnavailable.Why.GONE,
                    "No account may use a DC/OS cluster %s.".formatted(instance.location())));
  }

  private Sandbox sandbox(Mesos mesos, InstanceId instance) {
    try {
      return sandboxes.find(mesos, instance).orElseThrow(() -> forgotten(instance));
    } catch (DcosFault fault) {
      throw unavailable(fault, instance, FilePath.TOP);
    }
  }

  private <T> T in(InstanceId instance, FilePath path, BiFunction<Mesos, Sandbox, T> work) {
    Mesos mesos = mesos(instance);
    Sandbox sandbox = sandbox(mesos, instance);
    try {
      return work.apply(mesos, sandbox);
    } catch (DcosFault fault) {
      if (fault.why() instanceof Why.Missing && !path.isTop() && there(mesos, sandbox)) {
        throw new FilesUnavailable(
            FilesUnavailable.Why.NO_SUCH_FILE,
            "There is no %s in the sandbox of %s.".formatted(path, instance.name()));
      }
      throw unavailable(fault, instance, path);
    }
  }

  private static boolean there(Mesos mesos, Sandbox sandbox) {
    try {
      mesos.browse(sandbox.agent(), sandbox.directory());
      return true;
    } catch (DcosFault fault) {
      return false;
    }
  }

  private static FilesUnavailable forgotten(InstanceId instance) {
    return new FilesUnavailable(
        FilesUnavailable.Why.GONE,
        "%s knows no task %s; Mesos forgets tasks some time after they ended."
            .formatted(instance.location(), instance.name()));
  }

  private static FilesUnavailable unavailable(DcosFault fault, InstanceId instance, FilePath path) {
    String where = instance.location();
    return switch (fault.why()) {
      case Why.Missing _ ->
          new FilesUnavailable(
              FilesUnavailable.Why.GONE,
              "The sandbox of %s is gone from %s: its agent is not there, or has collected it to free space."
                  .formatted(instance.name(), where));
      case Why.Forbidden _ ->
          new FilesUnavailable(
              FilesUnavailable.Why.FORBIDDEN,
              "%s does not let the account's user read sandboxes; grant it %s full and %s full in DC/OS."
                  .formatted(where, MASTER, AGENT));
      case Why.Invalid _ ->
          new FilesUnavailable(
              FilesUnavailable.Why.NO_SUCH_FILE, "%s is not a file.".formatted(path));
      case Why.Unauthenticated _ ->
          new FilesUnavailable(FilesUnavailable.Why.FORBIDDEN, fault.getMessage() + ".");
      case Why.Unreachable _, Why.Broken _, Why.Busy _, Why.Locked _, Why.Taken _ ->
          new FilesUnavailable(FilesUnavailable.Why.SILENT, fault.getMessage() + ".");
    };
  }
}
