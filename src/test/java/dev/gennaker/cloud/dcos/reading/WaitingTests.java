package dev.gennaker.cloud.dcos.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import dev.gennaker.cloud.dcos.marathon.Queued;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What people read while a change goes on, whatever the change. */
class WaitingTests {

  private static final String ID = "/demo/shop/web-v001";

  /**
   * @param instances one letter each: s staging, r running unchecked, u up, d down, k being killed,
   *     x unreachable, f failed
   */
  private static Waiting waiting(
      int desired, String instances, boolean checked, boolean deploying, @Nullable Queued queued) {
    List<String> tasks = new ArrayList<>();
    for (char kind : instances.toCharArray()) {
      tasks.add(
          "{'id':'t%d','host':'h','version':'v',%s}".formatted(tasks.size(), task(kind, checked)));
    }
    String app =
        "{'id':'%s','instances':%d,'healthChecks':%s,'tasks':%s}"
            .formatted(
                ID, desired, checked ? "[{'protocol':'HTTP','path':'/health'}]" : "[]", tasks);
    Reading reading =
        new GroupReader("dcos-east", List.of("demo"))
            .read(new App(JsonMapper.shared().readTree(app.replace('\'', '"'))));
    return Waiting.of(reading.group(), reading, deploying ? deployment(List.of()) : null, queued);
  }

  private static String task(char kind, boolean checked) {
    String running = "'state':'TASK_RUNNING','startedAt':'2026-01-02T03:04:05.000Z'";
    return switch (kind) {
      case 's' -> "'state':'TASK_STAGING'";
      case 'r' -> running;
      case 'u' -> running + (checked ? ",'healthCheckResults':[{'alive':true}]" : "");
      case 'd' -> running + ",'healthCheckResults':[{'alive':false,'consecutiveFailures':2}]";
      case 'k' -> "'state':'TASK_KILLING','startedAt':'2026-01-02T03:04:05.000Z'";
      case 'x' -> "'state':'TASK_UNREACHABLE'";
      case 'f' -> "'state':'TASK_FAILED'";
      default -> throw new IllegalArgumentException(String.valueOf(kind));
    };
  }

  private static Deployment deployment(List<Deployment.Readiness> readiness) {
    return new Deployment(
        "d", List.of(ID), 1, 2, List.of(new Deployment.Action("ScaleApplication", ID, readiness)));
  }

  private static Queued queued(int count, int delay, Queued.Rejection... rejections) {
    return new Queued(ID, count, delay, null, 0, 0, null, List.of(rejections));
  }

  @ParameterizedTest(name = "{0} wanted, {1} there")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # deploy, resize up, enable
          4 | ''     | 0 of 4 instances healthy on dcos-east; waiting for 4 to be placed
          4 | ss     | 0 of 4 instances healthy on dcos-east; waiting for 2 to be placed, 2 to start
          4 | uurs   | 2 of 4 instances healthy on dcos-east; waiting for 1 to start, 1 to pass HTTP /health
          4 | uuds   | 2 of 4 instances healthy on dcos-east; waiting for 1 to start; 1 fails HTTP /health
          4 | uudd   | 2 of 4 instances healthy on dcos-east; 2 fail HTTP /health
          4 | uuux   | 3 of 4 instances healthy on dcos-east; 1 is out of reach of the Mesos master
          4 | uuuf   | 3 of 4 instances healthy on dcos-east; waiting for 1 to be placed
          4 | uuuu   | 4 of 4 instances healthy on dcos-east; waiting for Marathon to end its deployment
          1 | r      | 0 of 1 instances healthy on dcos-east; waiting for 1 to pass HTTP /health
          # resize down
          4 | uuuuuu | 6 instances run on dcos-east, 4 wanted; waiting for 2 to end
          4 | uuuukk | 6 instances run on dcos-east, 4 wanted; waiting for 2 to end
          1 | uu     | 2 instances run on dcos-east, 1 wanted; waiting for 1 to end
          # restart
          2 | uuss   | 4 instances run on dcos-east, 2 wanted; waiting for 2 to end, 2 to start
          2 | uk     | 1 of 2 instances healthy on dcos-east; waiting for 1 to end
          # disable
          0 | uuuuuu | 6 instances still run on dcos-east; waiting for them to end
          0 | uudd   | 4 instances still run on dcos-east; waiting for them to end
          0 | k      | 1 instance still runs on dcos-east; waiting for it to end
          0 | ''     | no instance runs on dcos-east, and none is wanted; waiting for Marathon to end its deployment
          """)
  void saysWhatTheChangeWaitsFor(int desired, String instances, String sentence) {
    assertThat(waiting(desired, instances, true, true, null).sentence()).isEqualTo(sentence);
  }

  @Test
  void countsRunningInstancesWhereNothingIsChecked() {
    assertThat(waiting(3, "us", false, true, null).sentence())
        .isEqualTo("1 of 3 instances running on dcos-east; waiting for 1 to be placed, 1 to start");
    assertThat(waiting(2, "uu", false, false, null).sentence())
        .isEqualTo("2 of 2 instances running on dcos-east");
  }

  @Test
  void saysWhyInstancesAreNotPlaced() {
    var rejection = new Queued.Rejection("InsufficientCpus", 3, 4);

    Waiting unfit = waiting(3, "u", false, true, queued(2, 0, rejection));
    assertThat(unfit.sentence())
        .isEqualTo("1 of 3 instances running on dcos-east; no agent fits 2: too few CPUs");
    assertThat(unfit.evidence())
        .containsExactly(
            "Deployment d, step 1 of 2: ScaleApplication",
            "3 of 4 offers declined: too few CPUs (InsufficientCpus)");
    assertThat(waiting(1, "s", false, true, queued(1, 0, rejection)).sentence())
        .as("it has been placed since")
        .isEqualTo("0 of 1 instances running on dcos-east; waiting for 1 to start");
    assertThat(waiting(1, "", false, true, queued(1, 7)).sentence())
        .isEqualTo("0 of 1 instances running on dcos-east; 1 starts again in 7 s after failing");
  }

  @Test
  void saysWhatElseTheDeploymentChanges() {
    Reading reading =
        new GroupReader("dcos-east", List.of("demo"))
            .read(new App(JsonMapper.shared().readTree("{\"id\":\"%s\"}".formatted(ID))));
    Deployment both = new Deployment("d", List.of(ID, "/demo/db"), 1, 1, List.of());

    assertThat(Waiting.of(reading.group(), reading, both, null).evidence())
        .containsExactly("Deployment d, step 1 of 1", "It also changes /demo/db");
  }

  @Test
  void saysThatInstancesAreNotReadyYet() {
    var answer = new Deployment.Readiness("t0", "ready", false, "503 warming up");
    Reading reading =
        new GroupReader("dcos-east", List.of("demo"))
            .read(
                new App(
                    JsonMapper.shared()
                        .readTree(
                            "{\"id\":\"%s\",\"instances\":1,\"tasks\":[{\"id\":\"t0\",\"startedAt\":\"2026-01-02T03:04:05Z\",\"state\":\"TASK_RUNNING\"}]}"
                                .formatted(ID))));
    var group = Overlay.withReadiness(reading.group(), List.of(answer));

    Waiting waiting = Waiting.of(group, reading, deployment(List.of(answer)), null);
    assertThat(waiting.sentence())
        .isEqualTo(
            "0 of 1 instances running on dcos-east; waiting for 1 to become ready (last answer 503 warming up)");
    assertThat(waiting.evidence()).contains("Not ready: t0 answered 503 warming up");
  }
}
