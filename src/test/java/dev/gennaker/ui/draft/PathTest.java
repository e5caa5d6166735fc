package dev.gennaker.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PathTest {

  private final JsonNode tree = json("{\"a\":{\"b\":[1,{\"c\":2}]},\"d\":null,\"e\":5}");

  @Test
  void readsValuesAndNothingWhereThereAreNone() {
    assertThat(Path.of("a", "b", 1, "c").read(tree)).hasToString("2");
    assertThat(Path.of("d").read(tree)).isNull();
    assertThat(Path.of("a", "b", 7, "x").read(tree)).isNull();
    assertThat(Path.of("e", "f").read(tree)).isNull();
  }

  @Test
  void writesIntoCopiesAndSharesTheRest() {
    JsonNode written = Path.of("a", "b", 1, "c").write(tree, json("3"));

    assertThat(written).hasToString("{\"a\":{\"b\":[1,{\"c\":3}]},\"d\":null,\"e\":5}");
    assertThat(tree).hasToString("{\"a\":{\"b\":[1,{\"c\":2}]},\"d\":null,\"e\":5}");
    assertThat(written.get("e")).isSameAs(tree.get("e"));
  }

  @Test
  void makesObjectsAndListsOnTheWay() {
    assertThat(Path.of("x", 0, "y").write(tree, json("1")).get("x")).hasToString("[{\"y\":1}]");
  }

  @Test
  void removesKeysAndElements() {
    assertThat(Path.of("a", "b", 0).write(tree, null).path("a")).hasToString("{\"b\":[{\"c\":2}]}");
    assertThat(Path.of("e").write(tree, null))
        .hasToString("{\"a\":{\"b\":[1,{\"c\":2}]},\"d\":null}");
    assertThat(Path.of("a", "b", 9).write(tree, null)).isEqualTo(tree);
  }

  @Test
  void readsLikeTheWayInAProblem() {
    assertThat(Path.of("clusters", 0, "account")).hasToString(".clusters[0].account");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
