package dev.gennaker.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.security.Actor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the search makes of words. */
class FinderTests {

  private static final Actor ANN = new Actor("ann", Set.of());

  private final Finder finder =
      new Finder() {
        @Override
        public String heading() {
          return "Things";
        }

        @Override
        public int least() {
          return 2;
        }

        @Override
        public Stream<Hit> all(Actor actor) {
          return Stream.of(
              Hit.open("i", "Start Deploy…", "shop", "a"),
              Hit.open("i", "Deploy", "shop", "b"),
              Hit.open("i", "Deploy", "fleet", "c").alsoBy("Web:1.2"));
        }
      };

  @Test
  void findsThoseWithEveryWordTheTitleFirst() {
    assertThat(find("deploy", 9)).containsExactly("b", "c", "a");
    assertThat(find("shop deploy", 9)).containsExactly("a", "b");
    assertThat(find("web:1", 9)).containsExactly("c");
    assertThat(find("deploy", 1)).containsExactly("b");
    assertThat(find("ghost", 9)).isEmpty();
  }

  @Test
  void looksOnlyFromSoManyLettersOn() {
    assertThat(find("d", 9)).isEmpty();
    assertThat(find("", 9)).isEmpty();
  }

  private List<String> find(String words, int limit) {
    return finder.find(words, ANN, limit).stream()
        .map(hit -> ((Finder.Choice.Open) hit.choice()).href())
        .toList();
  }
}
