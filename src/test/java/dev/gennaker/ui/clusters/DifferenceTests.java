package dev.gennaker.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What differs between two definitions, by path. */
class DifferenceTests {

  @Test
  void namesEveryPlaceByItsPathInOrder() {
    Map<String, Object> before =
        Map.of("cpus", 0.1, "env", Map.of("A", "1", "B", "2"), "args", List.of("x", "y"));
    Map<String, Object> after =
        Map.of("cpus", 0.2, "env", Map.of("A", "1", "C", "3"), "args", List.of("x"));

    assertThat(Difference.between(before, after))
        .containsExactly(
            new Difference("args[1]", "y", null),
            new Difference("cpus", "0.1", "0.2"),
            new Difference("env.B", "2", null),
            new Difference("env.C", null, "3"));
  }

  @Test
  void takesNoValueForNotThere() {
    Map<String, Object> before = new HashMap<>();
    before.put("cmd", null);
    before.put("labels", Map.of());
    before.put("constraints", Arrays.asList());

    assertThat(Difference.between(before, Map.of())).isEmpty();
  }
}
