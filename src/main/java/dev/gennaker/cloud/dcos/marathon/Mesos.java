package dev.gennaker.cloud.dcos.marathon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Mesos master and its agents of one cluster, behind Admin Router. Every method throws {@link
 * DcosFault} when the cluster does not do it.
 */
public final class Mesos {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final AdminRouter router;

  Mesos(AdminRouter router) {
    this.router = router;
  }

  /** The cluster's name. */
  public String cluster() {
    return router.name();
  }

  /** Agents and frameworks with what they have and use. */
  public JsonNode summary() {
    return router.call("tell its resources", "GET", "/mesos/state-summary", null).body();
  }

  /** Roles with what they use and may use. */
  public JsonNode roles() {
    return router.call("list its roles", "GET", "/mesos/roles", null).body();
  }

  /** A task, also one that ended; empty when the master has forgotten it. */
  public Optional<MesosTask> task(String id) {
    String path = "/mesos/tasks?task_id=" + encoded(id);
    JsonNode body = router.call("find task " + id, "GET", path, null).body();
    // An older master knows no filter and tells of others too.
    return body.path("tasks")
        .valueStream()
        .filter(task -> task.path("id").asString("").equals(id))
        .findFirst()
        .map(MesosTask::of);
  }

  /** The directory of a task's executor as its agent tells; empty when it knows it no more. */
  public Optional<String> directory(MesosTask task) {
    String path = agent(task.agent()) + "/slave(1)/state";
    return directory(router.call("find the files of " + task.id(), "GET", path, null).body(), task);
  }

  static Optional<String> directory(JsonNode state, MesosTask task) {
    return Stream.of("frameworks", "completed_frameworks")
        .flatMap(key -> state.path(key).valueStream())
        .filter(framework -> framework.path("id").asString("").equals(task.framework()))
        .flatMap(
            framework ->
                Stream.of("executors", "completed_executors")
                    .flatMap(key -> framework.path(key).valueStream()))
        .filter(executor -> executor.path("id").asString("").equals(task.executor()))
        .map(executor -> executor.path("directory").asString(""))
        .filter(directory -> !directory.isEmpty())
        .findFirst();
  }

  /**
   * Something in a directory of an agent.
   *
   * @param mode e.g. {@code -rw-r--r--}
   * @param mtime seconds since 1970
   */
  public record Listed(String path, String mode, long size, long mtime) {}

  public List<Listed> browse(String agent, String path) {
    String call = agent(agent) + "/files/browse?path=" + encoded(path);
    return router
        .call("list files", "GET", call, null)
        .body()
        .valueStream()
        .map(
            file ->
                new Listed(
                    file.path("path").asString(""),
                    file.path("mode").asString(""),
                    file.path("size").asLong(0),
                    file.path("mtime").asLong(0)))
        .toList();
  }

  /**
   * An answer of read.
   *
   * @param offset where the bytes begin; the file's size when there are none
   */
  public record Read(long offset, byte[] bytes) {}

  /**
   * Reads a part of a file; with a negative offset only its size is told.
   *
   * @param length not more than 64 KiB come at once
   */
  public Read read(String agent, String path, long offset, int length) {
    String what = "read a file";
    String call =
        "%s/files/read?path=%s&offset=%d&length=%d"
            .formatted(agent(agent), encoded(path), offset < 0 ? -1 : offset, Math.max(0, length));
    try (InputStream in = router.read(what, call)) {
      // Mesos writes the file's bytes as they are, also halves of characters: one char each.
      String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      JsonNode json = JSON.readTree(answer);
      return new Read(json.path("offset").asLong(0), bytes(json.path("data").asString("")));
    } catch (IOException e) {
      throw router.unreachable(what, e);
    } catch (JacksonException e) {
      throw router.fault(what, new DcosFault.Why.Broken(200, "something that is not JSON"));
    }
  }

  private static byte[] bytes(String data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(data.length());
    for (char one : data.toCharArray()) {
      if (one <= 0xff) {
        out.write(one);
      } else {
        out.writeBytes(String.valueOf(one).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  /** A whole file; the caller closes it. */
  public InputStream download(String agent, String path) {
    return router.download("send a file", agent(agent) + "/files/download?path=" + encoded(path));
  }

  private static String agent(String id) {
    return "/agent/" + encoded(id);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
