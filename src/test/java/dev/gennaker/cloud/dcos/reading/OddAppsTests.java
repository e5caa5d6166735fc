package dev.gennaker.cloud.dcos.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.App;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Apps nobody would write, among a thousand others. */
class OddAppsTests {

  private final GroupReader reader = new GroupReader("dcos-east", List.of("demo"));

  private static ObjectNode app(String id) {
    ObjectNode app = JsonMapper.shared().createObjectNode();
    app.put("id", id).put("instances", 1).put("version", "2026-01-02T03:04:05.000Z");
    return app;
  }

  private ServerGroup read(ObjectNode app) {
    return reader.read(new App(app)).group();
  }

  @Test
  void oneThatCannotBeReadHidesNoOther() {
    List<ServerGroup> groups =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    read(
                        i == 500
                            ? app("/demo/odd-v001").put("instances", "many")
                            : app("/demo/web-v" + i)))
            .toList();

    assertThat(groups).filteredOn(group -> !group.unreadable().isEmpty()).hasSize(1);
    assertThat(groups.get(500).name()).isEqualTo("odd-v001");
    assertThat(groups.get(500).unreadable()).isEqualTo("its size is not a number");
  }

  @Test
  void aHugeDefinitionLeavesNothingBehindButWhatIsShown() {
    ObjectNode huge = app("/demo/huge-v001");
    huge.putObject("env").put("BLOB", "x".repeat(2_000_000));
    huge.putObject("lastTaskFailure")
        .put("message", "y".repeat(100_000))
        .put("state", "TASK_FAILED");

    ServerGroup group = read(huge);

    assertThat(group.unreadable()).isEmpty();
    assertThat(group.lastFailure()).hasSizeLessThan(2100).endsWith("…");
    assertThat(group.toString()).hasSizeLessThan(5000);
  }

  @Test
  void namesMayBeAsLongAndDeepAsMarathonTakesThem() {
    String part = "a".repeat(63);
    String deep = ("/" + part).repeat(12);

    ServerGroup group = read(app(deep));

    assertThat(group.path()).isEqualTo(deep);
    assertThat(group.name()).isEqualTo(part);
    assertThat(group.application()).isEmpty();
  }
}
