package dev.gennaker.cloud.dcos.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.App;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GroupReaderTests {

  private final GroupReader reader = new GroupReader("dcos-east", List.of("demo"));

  private ServerGroup read(String app) {
    return reader.read(new App(JsonMapper.shared().readTree(app.replace('\'', '"')))).group();
  }

  @Test
  void ownsByNameBelowTheAccount() {
    ServerGroup group =
        read(
            "{'id':'/demo/shop/web-prod-eu-v012','instances':2,'version':'2026-01-02T03:04:05.000Z'}");

    assertThat(group.application()).isEqualTo("web");
    assertThat(group.cluster()).isEqualTo("web-prod-eu");
    assertThat(group.moniker().sequence()).isEqualTo(12);
    assertThat(group.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @Test
  void ownsByLabelWhateverTheId() {
    ServerGroup group =
        read(
            "{'id':'/infra/x.y','instances':0,'labels':{'gennaker.application':'shop','gennaker.cluster':'shop-db','gennaker.sequence':'7','gennaker.size':'3'}}");

    assertThat(group.application()).isEqualTo("shop");
    assertThat(group.cluster()).isEqualTo("shop-db");
    assertThat(group.moniker().sequence()).isEqualTo(7);
    assertThat(group.rememberedSize()).isEqualTo(3);
    assertThat(group.disabled()).isTrue();
  }

  @Test
  void showsWhatNobodyOwns() {
    assertThat(read("{'id':'/kafka','instances':1}").application()).isEmpty();
    assertThat(read("{'id':'/infra/web-v001','instances':1}").application()).isEmpty();
    assertThat(read("{'id':'/demo/web','instances':1}").application()).isEmpty();
  }

  @Test
  void showsAnUnreadableAppAsWhatItIs() {
    ServerGroup sizes = read("{'id':'/demo/web-v001','instances':'three'}");
    ServerGroup labels = read("{'id':'/demo/web-v002','instances':1,'labels':{'a':7}}");
    ServerGroup tasks =
        read("{'id':'/demo/web-v003','instances':1,'tasks':[{'state':'TASK_RUNNING'}]}");

    assertThat(sizes.unreadable()).isEqualTo("its size is not a number");
    assertThat(labels.unreadable()).isEqualTo("its labels are not texts");
    assertThat(tasks.unreadable()).isEqualTo("one of its tasks has no id");
    assertThat(sizes.application()).isEqualTo("web");
  }

  private Instance instance(String checks, String task) {
    return read("{'id':'/demo/web-v001','instances':1,'healthChecks':%s,'deployments':[{'id':'d'}],'tasks':[{'id':'t','host':'h',%s}]}"
            .formatted(checks, task))
        .instances()
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TASK_STAGING | STARTING",
        "TASK_STARTING | STARTING",
        "TASK_RUNNING | UP",
        "TASK_KILLING | DRAINING",
        "TASK_UNREACHABLE | UNREACHABLE",
        "TASK_FINISHED | SUCCEEDED",
        "TASK_FAILED | FAILED",
        "TASK_LOST | FAILED",
        "TASK_GONE_BY_OPERATOR | FAILED",
        "TASK_KILLED | FAILED",
        "TASK_NOVEL | UNKNOWN"
      })
  void knowsEveryState(String state, Health health) {
    assertThat(instance("[]", "'state':'" + state + "'").health()).isEqualTo(health);
  }

  @Test
  void asksHealthChecksOfRunningTasks() {
    String checks = "[{'protocol':'HTTP','path':'/health'}]";

    assertThat(instance(checks, "'state':'TASK_RUNNING'").health()).isEqualTo(Health.STARTING);
    assertThat(
            instance(
                    checks,
                    "'state':'TASK_RUNNING','healthCheckResults':[{'alive':false,'consecutiveFailures':0}]")
                .health())
        .isEqualTo(Health.STARTING);
    Instance down =
        instance(
            checks,
            "'state':'TASK_RUNNING','healthCheckResults':[{'alive':false,'consecutiveFailures':2,'lastFailureCause':'503 Service Unavailable'}]");
    assertThat(down.health()).isEqualTo(Health.DOWN);
    assertThat(down.reason()).contains("2 times").contains("503");
    assertThat(
            instance(checks, "'state':'TASK_RUNNING','healthCheckResults':[{'alive':true}]")
                .health())
        .isEqualTo(Health.UP);
  }

  @Test
  void namesTheHaproxyGroupsOfAnApp() {
    assertThat(
            read("{'id':'/demo/web-v001','instances':1,'labels':{'HAPROXY_GROUP':'external, internal','HAPROXY_1_GROUP':'demo_lb'}}")
                .loadBalancers())
        .containsExactlyInAnyOrder("external", "internal", "demo_lb");
  }
}
