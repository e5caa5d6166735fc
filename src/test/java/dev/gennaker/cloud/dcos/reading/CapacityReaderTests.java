package dev.gennaker.cloud.dcos.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Capacity;
import dev.gennaker.cloud.ServerGroup.Resources;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a Mesos master tells, new and old. */
class CapacityReaderTests {

  private static final String SUMMARY =
      """
      {"slaves": [
        {"id": "S2", "hostname": "10.0.0.2", "active": false, "TASK_RUNNING": 3, "TASK_STAGING": 1,
         "resources": {"cpus": 4, "mem": 1024, "disk": 10, "gpus": 2.0, "ports": "[1-2]"},
         "used_resources": {"cpus": 1.5, "mem": 512, "disk": 0, "gpus": 0}},
        {"id": "S1", "hostname": "10.0.0.1", "TASK_RUNNING": 2,
         "domain": {"fault_domain": {"region": {"name": "r"}, "zone": {"name": "z1"}}},
         "attributes": {"rack": "a"}, "resources": {"cpus": 8}, "used_resources": {}}],
       "frameworks": [
        {"id": "F1", "name": "kafka", "active": true, "connected": false, "TASK_RUNNING": 3,
         "used_resources": {"cpus": 1.5, "mem": 512}}]}
      """;

  private static Capacity read(String roles) {
    return CapacityReader.read(json(SUMMARY), json(roles), Instant.EPOCH);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void agentsAreInOrderWithWhereTheyAre() {
    Capacity capacity = read("{}");

    assertThat(capacity.machines())
        .containsExactly(
            new Capacity.Use(
                "10.0.0.1",
                "zone z1, rack a",
                true,
                2,
                new Resources(0, 0, 0, 0),
                new Resources(8, 0, 0, 0)),
            new Capacity.Use(
                "10.0.0.2",
                "",
                false,
                4,
                new Resources(1.5, 512, 0, 0),
                new Resources(4, 1024, 10, 2)));
    assertThat(capacity.all().total()).isEqualTo(new Resources(12, 1024, 10, 2));
    assertThat(capacity.roles()).isEmpty();
  }

  @Test
  void frameworksMayUseAllThereIs() {
    Capacity.Use kafka = read("{}").frameworks().getFirst();

    assertThat(kafka.note()).isEqualTo("not connected");
    assertThat(kafka.used()).isEqualTo(new Resources(1.5, 512, 0, 0));
    assertThat(kafka.total()).isEqualTo(new Resources(12, 1024, 10, 2));
  }

  @Test
  void aRoleMayUseAsMuchAsItsQuotaSays() {
    Capacity capacity =
        read(
            """
            {"roles": [
              {"name": "shop", "allocated": {"cpus": 1}, "quota": {"limit": {"cpus": 2, "mem": 100}}},
              {"name": "idle", "allocated": {}},
              {"name": "sure", "allocated": {}, "quota": {"guarantee": {"cpus": 2}}},
              {"name": "*", "resources": {"cpus": 3, "gpus": 1}}]}
            """);

    assertThat(capacity.roles())
        .extracting(Capacity.Use::name)
        .containsExactly("*", "shop", "sure");
    assertThat(capacity.roles().getFirst().used()).isEqualTo(new Resources(3, 0, 0, 1));
    assertThat(capacity.roles().get(1).total()).isEqualTo(new Resources(2, 100, 10, 2));
    assertThat(capacity.roles().get(1).note()).isEqualTo("limited by a quota");
    assertThat(capacity.roles().get(2).note()).isEqualTo("has a guaranteed quota");
  }
}
