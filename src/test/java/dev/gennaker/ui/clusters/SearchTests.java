package dev.gennaker.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.clusters.Search.In;
import dev.gennaker.ui.clusters.Search.Term;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one may type to find server groups. */
class SearchTests {

  private final ServerGroup web =
      Groups.in("dcos-east", "shop-prod-web-v013")
          .folder("front/blue")
          .image("registry.local/shop/web:1.8.3")
          .labels(Map.of("team", "Sails and masts", "gennaker.application", "shop", "tier", ""))
          .with(2, Health.UP)
          .get();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "web; true",
        "WEB v013; true",
        "web cart; false",
        "1.8.3; true",
        "web:1.8.3; true",
        "web:1.8.4; false",
        "-cart; true",
        "-web; false",
        "web -image:web; false",
        "image:shop/web; true",
        "image:web:1.8; true",
        "image:front; false",
        "IMAGE:Web; true",
        "label:team; true",
        "label:team=sails; true",
        "label:team=masts; false",
        "label:tier=; true",
        "label:masts; true",
        "label:\"sails and masts\"; true",
        "\"sails and; false",
        "label:\"team=sails and; true",
        "label:crew; false",
        "-label:crew; true",
        "host:10.0.0.7; true",
        "host:10.0.0.8; false",
        "10.0.0.7; true",
        "group:blue; true",
        "group:/demo/front/; true",
        "group:web; false",
        "task:web-v013.1; true",
        "task:web-v013.2; false",
        "owner:shop; true",
        "by:release; true",
        "by:demo; false",
        "-; true",
      })
  void finds(String typed, boolean found) {
    assertThat(Search.parse(typed).test(web)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "image:", "image: label:", "\"", "-image:"})
  void asksNothingYet(String typed) {
    assertThat(Search.parse(typed).terms()).isEmpty();
    assertThat(Search.parse(typed).test(web)).isTrue();
  }

  @Test
  void readsWordsAndTerms() {
    assertThat(Search.parse(" Web -label:team=\"A b\" ws:1 ").terms())
        .containsExactly(
            new Term(In.ANYWHERE, "web", false),
            new Term(In.LABEL, "team=a b", true),
            new Term(In.ANYWHERE, "ws:1", false));
  }

  @Test
  void foldersAreThoseAbove() {
    assertThat(Folders.of(web)).isEqualTo("/demo/front/blue");
    assertThat(Folders.way("/demo/front")).containsExactly("/demo", "/demo/front");
    assertThat(new Filter("", "", "", "", "", "/demo/front").matching().test(web)).isTrue();
    assertThat(new Filter("", "", "", "", "", "/demo/fro").matching().test(web)).isFalse();
  }
}
