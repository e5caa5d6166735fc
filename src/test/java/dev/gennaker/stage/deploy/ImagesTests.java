package dev.gennaker.stage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.Images;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTests {

  private final StubContext context = new StubContext();

  @Test
  void takesWhatIsWritten() {
    assertThat(image(Map.of("imageId", "nginx:1.11"))).isEqualTo("nginx:1.11");
    assertThat(image(docker("imageId", "shop/web:2"))).isEqualTo("shop/web:2");
    assertThat(image(Map.of("docker", Map.of("image", "shop/web:2")))).isEqualTo("shop/web:2");
    assertThat(
            image(
                Map.of(
                    "docker",
                    Map.of(
                        "image",
                        Map.of("registry", "r.example.com", "repository", "web", "tag", "7")))))
        .isEqualTo("r.example.com/web:7");
  }

  @Test
  void leavesTheProvidersOwnDefinitionAlone() {
    context.after("1", "findImage", found("east", "shop/web:9"));

    assertThat(Images.find(Map.of("marathon", Map.of("cmd", "sleep 1")), "east", context))
        .isEqualTo(new Images.Found(Map.of()));
    assertThat(Images.find(Map.of("cmd", "sleep 1"), "east", context))
        .isEqualTo(new Images.Found(Map.of()));
  }

  @Test
  void takesWhatAStageUpstreamFound() {
    context.after("1", "findImage", found("east", "shop/web:1"));
    context.after("2", "findImage", found("east", "shop/cart:2"));
    Map<String, Object> fromFirst =
        Map.of("docker", Map.of("image", Map.of("fromContext", true, "stageId", "1")));

    assertThat(image(fromFirst)).isEqualTo("shop/web:1");
    assertThat(image(Map.of())).isEqualTo("shop/cart:2");
  }

  @Test
  void takesTheRegionsOwnOrTheOnlyOne() {
    context.after(
        "1",
        "findImage",
        Map.of(
            "deploymentDetails",
            List.of(
                Map.of("region", "east", "imageId", "web:1"),
                Map.of("region", "west", "imageId", "web:2"))));

    assertThat(image(Map.of())).isEqualTo("web:1");
    assertThat(Images.find(Map.of(), "north", context)).isInstanceOf(Images.Missing.class);

    context.after("2", "findImage", found("east", "web:3"));
    assertThat(Images.find(Map.of(), "north", context))
        .isEqualTo(new Images.Found(Map.of("imageId", "web:3", "repository", "web", "tag", "3")));
  }

  @ParameterizedTest
  @CsvSource({
    "shop/web, hub, 1.9, hub, r.example.com/shop/web:1.9",
    "shop/web, hub, 1.9, , r.example.com/shop/web:1.9",
    "shop/cart, hub, 1.9, hub, ",
    "shop/web, other, 1.9, hub, ",
    "shop/web, hub, , hub, "
  })
  void takesTheTriggersTag(
      String repository, String account, String tag, String wantedAccount, String expected) {
    put("repository", repository);
    put("account", account);
    put("registry", "r.example.com");
    put("tag", tag);
    Map<String, Object> image = new java.util.HashMap<>();
    image.put("fromTrigger", true);
    image.put("repository", "shop/web");
    image.put("account", wantedAccount);

    Images found = Images.find(Map.of("docker", Map.of("image", image)), "east", context);

    assertThat(found instanceof Images.Found(var parts) ? parts.get("imageId") : null)
        .isEqualTo(expected);
  }

  @Test
  void saysWhereAnImageWasLookedFor() {
    assertThat(Images.find(Map.of(), "east", context))
        .isEqualTo(
            new Images.Missing(
                "It says no image for east, and no stage upstream found one; write one, or take it from a find-image stage or the trigger"));
    assertThat(
            ((Images.Missing)
                    Images.find(
                        Map.of(
                            "docker", Map.of("image", Map.of("fromContext", true, "stageId", "7"))),
                        "east",
                        context))
                .reason())
        .startsWith("Stage 7 upstream found no image for east");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imageId | r.example.com/shop/web:1.8.3 | 3 × shop/web:1.8.3 → east, red/black",
        "imageId | ${trigger.image} | 3 × ${trigger.image} → east, red/black",
        "cmd | sleep 5 | 3 × a command → east, red/black",
        "x | y | 3 × an image found upstream → east, red/black"
      })
  void saysItInOneLine(String key, String value, String expected) {
    Map<String, Object> entry = DeployTests.entry("strategy", "redblack");
    entry.remove("imageId");
    entry.put(key, value);

    assertThat(Headline.of(Map.of("clusters", List.of(entry)))).isEqualTo(expected);
  }

  private void put(String key, Object value) {
    if (value != null) {
      context.trigger.put(key, value);
    }
  }

  private Object image(Map<String, Object> body) {
    return ((Images.Found) Images.find(body, "east", context)).image().get("imageId");
  }

  private static Map<String, Object> docker(String key, String value) {
    return Map.of("docker", Map.of("image", Map.of(key, value)));
  }

  private static Map<String, Object> found(String region, String image) {
    return Map.of("deploymentDetails", List.of(Map.of("region", region, "imageId", image)));
  }
}
