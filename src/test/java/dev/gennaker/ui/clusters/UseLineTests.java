package dev.gennaker.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Capacity;
import dev.gennaker.cloud.Capacity.Use;
import dev.gennaker.cloud.ServerGroup.Resources;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources of a cluster as lines. */
class UseLineTests {

  private static final Resources HALF = new Resources(2, 512, 0, 0);
  private static final Resources ALL = new Resources(4, 1024, 2_097_152, 0);
  private final Capacity capacity =
      new Capacity(
          Groups.NOW,
          List.of(
              new Use("10.0.0.1", "rack a", true, 1, HALF, ALL),
              new Use("10.0.0.2", "rack b", false, 2, ALL, ALL)),
          List.of(new Use("*", "", true, -1, HALF, ALL)),
          List.of(new Use("kafka", "", true, 3, HALF, ALL)));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; all,Roles,*,Frameworks,kafka,Agents,10.0.0.1,10.0.0.2",
        "rack; all,Agents,10.0.0.1,10.0.0.2",
        "RACK b; all,Agents,10.0.0.2",
        "kaf; all,Frameworks,kafka",
        "nobody; all",
      })
  void theWholeClusterIsFollowedByWhatFits(String words, String shown) {
    String lines =
        UseLine.of(capacity, words, host -> "").stream()
            .map(
                line ->
                    line instanceof UseLine.Who who
                        ? who.kind().equals("all") ? "all" : who.name()
                        : line.key())
            .collect(Collectors.joining(","));

    assertThat(lines).isEqualTo(shown);
  }

  @Test
  void barsTellShareAndWhatIsTight() {
    List<UseLine> lines = UseLine.of(capacity, "10.0.0", host -> "on " + host);
    UseLine.Who whole = (UseLine.Who) lines.getFirst();
    UseLine.Who second = (UseLine.Who) lines.getLast();

    assertThat(whole.bars().getFirst()).isEqualTo(new UseLine.Bar("CPU", "6", "8", 75, ""));
    assertThat(whole.bars().getLast()).isEqualTo(new UseLine.Bar("GPU", "0", "", 0, ""));
    assertThat(second.bars().get(2))
        .isEqualTo(new UseLine.Bar("Disk", "2 TB", "2 TB", 100, "wait"));
    assertThat(second.note()).isEqualTo("not active, rack b");
    assertThat(second.address()).isEqualTo("on 10.0.0.2");
  }
}
