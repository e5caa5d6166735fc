package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gennaker.cloud.FileEntry;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.cloud.FilesUnavailable.Why;
import dev.gennaker.cloud.InstanceFiles;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.cloud.Progress;
import dev.gennaker.simulator.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Sandboxes of tasks that run, ended or are gone, on clusters that answer or do not. */
class DcosFilesTests extends JobScenario {

  private static final FilePath STDOUT = new FilePath(List.of("stdout"));
  private static final FilePath STDERR = new FilePath(List.of("stderr"));

  private InstanceFiles files() {
    return provider().files().orElseThrow();
  }

  private InstanceId running(String stack, String... labels) {
    Map<String, Object> definition = definition(1);
    Map<String, Object> all = new java.util.HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      all.put(labels[i], labels[i + 1]);
    }
    definition.put("labels", all);
    Map<String, Object> outputs = finish(deploy(stack, definition));
    List<?> ids = (List<?>) outputs.get("instanceIds");
    return new InstanceId("dcos-east", String.valueOf(ids.getFirst()));
  }

  private String text(InstanceId task, FilePath file) {
    return new String(
        files().read(task, file, 0, InstanceFiles.MOST).bytes(), StandardCharsets.UTF_8);
  }

  private static void refuses(Why why, String part, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FilesUnavailable.class,
            e -> {
              assertThat(e.why()).isEqualTo(why);
              assertThat(e.getMessage()).contains(part);
            });
  }

  @Test
  void readsWhatATaskWritesWhileItRuns() throws IOException {
    InstanceId task = running("logs", "SIM_LOG_RATE", "0", "SIM_LOG_LINES", "3");

    assertThat(files().application(task)).isEqualTo("shop");
    assertThat(files().list(task, FilePath.TOP))
        .extracting(file -> file.path() + (file.directory() ? "/" : ""))
        .containsExactly("artifact.tgz", "conf/", "stderr", "stdout");
    FileEntry inside = files().list(task, FilePath.of("conf").orElseThrow()).getFirst();
    assertThat(inside.path()).hasToString("conf/app.properties");
    assertThat(text(task, inside.path())).contains("task=" + task.name());
    assertThat(files().size(task, STDOUT)).isEqualTo(3 * 96);
    assertThat(text(task, STDOUT).lines()).hasSize(3).allMatch(line -> line.contains("INFO"));
    assertThat(files().read(task, STDOUT, 999, 10).from()).isEqualTo(3 * 96);
    try (InputStream in = files().open(task, STDOUT)) {
      assertThat(in.readAllBytes()).hasSize(3 * 96);
    }
  }

  @Test
  void asksOnceWhereATaskRuns() {
    InstanceId task = running("once");
    files().size(task, STDOUT);
    files().size(task, STDOUT);
    files().list(task, FilePath.TOP);

    assertThat(cluster.requestLog().find("GET", "/mesos/tasks")).hasSize(1);
    assertThat(cluster.requestLog().find("GET", "state$")).hasSize(1);
  }

  @Test
  void readsWhatAFailedTaskLeft() {
    InstanceId task = running("dead", "SIM_LAST_LINE", "no luck, grüße");
    cluster.reportTask(task.name(), "TASK_FAILED", "Command exited with status 3");

    assertThat(text(task, STDERR)).isEqualTo("no luck, grüße\n");
    assertThat(files().application(task)).isEqualTo("shop");
  }

  @Test
  void goesOnWithoutTheAgentsState() {
    InstanceId task = running("virtual");
    cluster.fault(new Fault("GET", "state$", 9, 404, false));

    assertThat(files().size(task, STDOUT)).isPositive();
    assertThat(cluster.requestLog().find("GET", "runs%2Flatest")).isNotEmpty();
  }

  @Test
  void saysCalmlyWhatIsNotThere() {
    InstanceId task = running("gone");
    refuses(
        Why.NO_SUCH_FILE,
        "There is no stdout.7",
        () -> files().size(task, FilePath.of("stdout.7").orElseThrow()));
    refuses(
        Why.NO_SUCH_FILE,
        "conf is not a file",
        () -> text(task, FilePath.of("conf").orElseThrow()));
    refuses(
        Why.GONE,
        "dcos-east knows no task nobody",
        () -> files().list(new InstanceId("dcos-east", "nobody"), FilePath.TOP));
    refuses(
        Why.GONE,
        "No account may use",
        () -> files().list(new InstanceId("dcos-north", "nobody"), FilePath.TOP));
    cluster.turn(knobs -> knobs.keepSandboxes(0));
    cluster.reportTask(task.name(), "TASK_FAILED", "over");
    refuses(Why.GONE, "has collected it", () -> text(task, STDOUT));
    refuses(Why.GONE, "has collected it", () -> files().list(task, FilePath.TOP));
  }

  @Test
  void namesThePermissionThatIsMissing() {
    InstanceId task = running("forbidden");
    cluster.fault(new Fault("GET", "/agent/", 9, 403, false));
    refuses(Why.FORBIDDEN, "dcos:adminrouter:ops:slave full", () -> text(task, STDOUT));
    cluster.heal();
    cluster.fault(new Fault("GET", "/mesos/tasks", 9, 403, false));
    refuses(Why.FORBIDDEN, "dcos:adminrouter:ops:mesos full", () -> text(task, STDOUT));
  }

  @Test
  void saysWhoDoesNotAnswer() {
    InstanceId task = running("silent");
    files().size(task, STDOUT);
    for (int status : new int[] {0, 503}) {
      cluster.fault(new Fault("GET", "/files/", 9, status, false));
      refuses(Why.SILENT, "dcos-east could not", () -> text(task, STDOUT));
      cluster.heal();
    }
    cluster.fault(new Fault("GET", "/files/", 9, 401, false));
    refuses(Why.FORBIDDEN, "the credentials are not accepted", () -> text(task, STDOUT));
    cluster.heal();
    cluster.fault(new Fault("GET", "/files/", 1, 0, false));
    assertThat(text(task, STDOUT)).isNotEmpty();
  }

  @Test
  void keepsTheLastWordsOfAJobThatFailed() {
    var failed =
        (Progress.Failed) drive(job("bad", "SIM_EXIT_CODE", "3", "SIM_ERROR_RATE", "9999"), key());
    Map<?, ?> last = (Map<?, ?>) failed.evidence().get("lastLines");
    List<?> lines = (List<?>) last.get("lines");

    assertThat(last.get("location")).isEqualTo("dcos-east");
    assertThat(last.get("file")).isEqualTo("stderr");
    assertThat(lines.getLast()).isEqualTo("fatal: Command exited with status 3");
    assertThat(lines).hasSizeLessThanOrEqualTo(20);
    InstanceId task = new InstanceId("dcos-east", String.valueOf(last.get("instance")));
    assertThat(files().application(task)).isEqualTo("shop");
  }

  @Test
  void keepsWhatItSaidElsewhereWhenItsErrorsAreEmpty() {
    var failed =
        (Progress.Failed) drive(job("bad", "SIM_EXIT_CODE", "3", "SIM_LAST_LINE", " "), key());
    Map<?, ?> last = (Map<?, ?>) failed.evidence().get("lastLines");

    assertThat(last.get("file")).isEqualTo("stdout");
    assertThat((List<?>) last.get("lines")).hasSize(20);
  }

  @Test
  void failsAllTheSameWhereLastWordsCannotBeHad() {
    cluster.fault(new Fault("GET", "/mesos/tasks", 99, 403, false));
    var failed = (Progress.Failed) drive(job("bad", "SIM_EXIT_CODE", "3"), key());
    assertThat(failed.reason()).contains("status 3");
    assertThat(failed.evidence()).doesNotContainKey("lastLines");
  }

  @Test
  void keepsTheLastWordsOfADeployThatCrashes() {
    Map<String, Object> definition = definition(1);
    definition.put(
        "labels",
        Map.of(
            "SIM_FAIL", "true",
            "SIM_STAGE_SECONDS", "0.05",
            "SIM_LAST_LINE", "cannot open /etc/shop.conf"));
    definition.put("backoffSeconds", 0);
    var failed = (Progress.Failed) drive(deploy("crash", definition), key());
    Map<?, ?> last = (Map<?, ?>) failed.evidence().get("lastLines");

    assertThat(failed.reason()).contains("keeps failing");
    assertThat(last.get("lines")).isEqualTo(List.of("cannot open /etc/shop.conf"));
  }
}
