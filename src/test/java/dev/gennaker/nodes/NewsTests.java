package dev.gennaker.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsTests {

  /** Something to tell. */
  public record Saved(String what, int revision) implements ForEveryNode {}

  @Test
  void arriveAsTheyWereTold() {
    List<ForEveryNode> told = List.of(new Saved("Müller \"&\" Söhne", 3), new Saved("x", 1));

    List<String> written = News.write("a/1", told);

    assertThat(written).hasSize(1);
    assertThat(News.read(written.getFirst())).isEqualTo(new News("a/1", false, told));
    assertThat(News.isFrom("a/1", written.getFirst())).isTrue();
    assertThat(News.isFrom("a/2", written.getFirst())).isFalse();
    assertThat(News.isFrom("a/1", News.everything("a/1"))).isTrue();
  }

  @Test
  void fitIntoNotificationsHoweverManyThereAre() {
    List<ForEveryNode> told = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      told.add(new Saved("ü".repeat(i % 300), i));
    }

    List<String> written = News.write("a/1", told);

    assertThat(written).allMatch(news -> news.getBytes(StandardCharsets.UTF_8).length < 8000);
    assertThat(written.stream().flatMap(news -> News.read(news).events().stream()))
        .containsExactlyElementsOf(told);
  }

  @Test
  void tooLongToBeToldMeansThatAnythingMayHaveChanged() {
    List<String> written = News.write("a/1", List.of(new Saved("x".repeat(9000), 1)));

    assertThat(written).hasSize(1);
    assertThat(News.read(written.getFirst())).isEqualTo(new News("a/1", true, List.of()));
  }

  @Test
  void ofKindsNobodyKnowsHereAreLeftOut() {
    String written =
        """
        {"from": "b/2", "news": [
          {"kind": "nodes.NewsTests$Unheard", "event": {}},
          {"kind": "nodes.NewsTests", "event": {}},
          {"kind": "nodes.NewsTests$Saved", "event": {"what": "y", "revision": 2, "by": "somebody"}}]}
        """;

    assertThat(News.read(written)).isEqualTo(new News("b/2", false, List.of(new Saved("y", 2))));
  }
}
