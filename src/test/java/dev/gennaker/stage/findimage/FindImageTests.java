package dev.gennaker.stage.findimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindImageTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  private void threeVersions() {
    cloud.add("east", "shop-web-v001", "nginx:1.11", 5);
    cloud.add("east", "shop-web-v002", "shop/web:2", 2);
    cloud.add("east", "shop-web-v003", "registry.example.com/shop/web:3", 3);
    cloud.disable("east", "shop-web-v003");
  }

  @ParameterizedTest
  @CsvSource({
    "NEWEST, true, , shop-web-v002",
    "NEWEST, false, , shop-web-v003",
    "OLDEST, true, , shop-web-v001",
    "LARGEST, true, , shop-web-v001",
    "FAIL, true, web, shop-web-v002",
    "NEWEST, true, ^nginx, shop-web-v001"
  })
  void choosesWhoseImage(String strategy, boolean onlyEnabled, String pattern, String expected) {
    threeVersions();
    Map<String, Object> settings = settings("selectionStrategy", strategy);
    settings.put("onlyEnabled", onlyEnabled);
    settings.put("imageNamePattern", pattern);

    assertThat(details(stages.run("findImage", settings)))
        .singleElement()
        .satisfies(found -> assertThat(found).containsEntry("sourceServerGroup", expected));
  }

  @Test
  void readsImagesOfOneSegment() {
    cloud.add("east", "shop-web-v001", "nginx:1.11", 5);

    assertThat(details(stages.run("findImage", settings("cluster", "shop-web"))))
        .containsExactly(
            Map.of(
                "imageId", "nginx:1.11",
                "imageName", "nginx:1.11",
                "ami", "nginx:1.11",
                "repository", "nginx",
                "tag", "1.11",
                "account", "test",
                "region", "east",
                "cloudProvider", "memory",
                "refId", "1",
                "sourceServerGroup", "shop-web-v001"));
  }

  @Test
  void wantsASingleOneWhenTold() {
    threeVersions();

    assertThat(stages.run("findImage", settings("selectionStrategy", "FAIL")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).contains("shop-web-v002, shop-web-v001"));
  }

  @Test
  void failsWhereNothingRuns() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 1);
    cloud.disable("east", "shop-web-v001");

    assertThat(stages.run("findImage", settings("cluster", "shop-web")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("No enabled server group of shop-web in east has an image"));
  }

  @Test
  void refusesABrokenPattern() {
    assertThat(stages.check("findImage", settings("imageNamePattern", "web(")))
        .extracting(problem -> problem.path())
        .containsExactly("$.imageNamePattern");
  }

  private static List<Map<String, Object>> details(Outcome outcome) {
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> details =
        (List<Map<String, Object>>) ((Outcome.Done) outcome).outputs().get("deploymentDetails");
    return details;
  }

  private static Map<String, Object> settings(String key, Object value) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("credentials", "test");
    settings.put("regions", List.of("east"));
    settings.put("cluster", "shop-web");
    settings.put(key, value);
    return settings;
  }
}
