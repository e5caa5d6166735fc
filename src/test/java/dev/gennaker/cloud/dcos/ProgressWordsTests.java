package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Operation.Destroy;
import dev.gennaker.cloud.Operation.Disable;
import dev.gennaker.cloud.Operation.Enable;
import dev.gennaker.cloud.Operation.Resize;
import dev.gennaker.cloud.Operation.Terminate;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first sentence of every kind of change, on a cluster where nothing starts or ends. */
class ProgressWordsTests extends DcosScenario {

  private ServerGroupId stuck(String stack) {
    ServerGroupId id = deployed(stack, 3);
    cluster.turn("/demo/shop/" + id.name(), "SIM_NEVER_KILLED", "true");
    cluster.turn("/demo/shop/" + id.name(), "SIM_NO_OFFERS", "true");
    return id;
  }

  private Progress.Working begin(Operation operation) {
    return (Progress.Working) provider().carryOut(operation, key(), Map.of(), BY);
  }

  private List<String> instances(ServerGroupId id, int count) {
    return shown(id, g -> g.instances().size() == 3).instances().subList(0, count).stream()
        .map(i -> i.id())
        .toList();
  }

  @Test
  void deploys() {
    Map<String, Object> definition = definition(2);
    definition.put("labels", Map.of("SIM_NO_OFFERS", "true"));

    Progress.Working working = begin(deploy("deploy", definition));
    assertThat(working.reason())
        .isEqualTo("0 of 2 instances running on dcos-east; waiting for 2 to be placed");
    assertThat(working.fraction()).isZero();
  }

  @Test
  void resizesUp() {
    Progress.Working working = begin(new Resize(stuck("up"), 5, false));
    assertThat(working.reason())
        .isEqualTo("3 of 5 instances running on dcos-east; waiting for 2 to be placed");
    assertThat(working.fraction()).isEqualTo(0.6);
  }

  @Test
  void resizesDown() {
    Progress.Working working = begin(new Resize(stuck("down"), 1, false));
    assertThat(working.reason())
        .isEqualTo("3 instances run on dcos-east, 1 wanted; waiting for 2 to end");
    assertThat(working.fraction()).isNull();
  }

  @Test
  void disables() {
    ServerGroupId id = stuck("off");
    Progress.Working working = begin(new Disable(id, false));
    assertThat(working.reason())
        .isEqualTo("3 instances still run on dcos-east; waiting for them to end");
    assertThat(working.fraction()).isNull();
    assertThat(shown(id, g -> g.change() != null).change().waiting()).isEqualTo(working.reason());
  }

  @Test
  void enables() {
    ServerGroupId id = deployed("on", 2);
    finish(new Disable(id, false));
    cluster.turn("/demo/shop/" + id.name(), "SIM_NO_OFFERS", "true");

    assertThat(begin(new Enable(id, null, false)).reason())
        .isEqualTo("0 of 2 instances running on dcos-east; waiting for 2 to be placed");
  }

  @Test
  void destroys() {
    ServerGroupId id = stuck("gone");
    assertThat(begin(new Destroy(id, false)).reason())
        .isEqualTo("waiting for Marathon to stop the instances of " + id.name() + " on dcos-east");
  }

  @Test
  void terminates() {
    ServerGroupId id = stuck("end");
    assertThat(begin(new Terminate(id, instances(id, 1), false)).reason())
        .isEqualTo("waiting for 1 instance to end on dcos-east");
    ServerGroupId other = stuck("ends");
    assertThat(begin(new Terminate(other, instances(other, 2), true)).reason())
        .isEqualTo("waiting for 2 instances to end on dcos-east");
  }

  @Test
  void waitsForALock() {
    ServerGroupId id = stuck("lock");
    List<String> ids = instances(id, 1);
    begin(new Resize(id, 5, false));

    String locked = id.name() + " on dcos-east is locked by deployment [-0-9a-f]+ ";
    String step = "\\(ScaleApplication, step 1 of 1\\); waiting for it to end";
    assertThat(begin(new Disable(id, false)).reason()).matches(locked + step);
    assertThat(begin(new Terminate(id, ids, true)).reason()).matches(locked + step);
  }
}
