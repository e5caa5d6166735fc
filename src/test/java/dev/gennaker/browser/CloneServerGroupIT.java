package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.pipeline.Pipeline;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A copy of what runs, as people order it: in the editor, and on the clusters page. */
class CloneServerGroupIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(60);

  private static final String DEPLOY =
      """
      {"refId": "1", "type": "deploy", "name": "Deploy", "requisiteStageRefIds": [],
       "clusters": [{"account": "demo", "cloudProvider": "dcos", "region": "dcos-east",
         "application": "gallery", "stack": "copy", "desiredCapacity": 2, "cpus": 0.1, "mem": 32,
         "docker": {"image": {"imageId": "registry.local/shop/pay:3.2.0"}}}]}""";

  private static final String CLONE =
      """
      {"refId": "1", "type": "cloneServerGroup", "name": "Copy it", "requisiteStageRefIds": [],
       "cloudProvider": "dcos", "credentials": "demo", "regions": ["dcos-east"],
       "cluster": "gallery-copy", "target": "current_asg_dynamic",
       "imageId": "registry.local/shop/pay:3.3.0", "strategy": "redblack"}""";

  @Autowired private Exhibits exhibits;

  @Test
  void deploysACopyWithAnotherImage() {
    exhibits.ended(exhibits.pipeline("Before the copy", DEPLOY), "1");
    Pipeline pipeline = exhibits.pipeline("Copy", CLONE);
    signIn("demo");
    go(Exhibits.editor(pipeline) + "?stage=1");
    $("[data-stage='1']").shouldHave(text("newest of gallery-copy"));
    $("[aria-label='Image']").shouldBe(visible);
    Browser.photograph("clone-editor");
    assertThat(Accessibility.violations()).isEmpty();

    go("/executions/" + exhibits.ended(pipeline, "1"));
    $("#run-state").shouldHave(text("Succeeded"), RUN);
    $("run-timeline").shouldHave(text("Deploy a copy of gallery-copy-v000"));
    Browser.photograph("clone-done");
    go("/clusters/dcos-east?q=gallery-copy");
    $("[data-test='sg-gallery-copy-v000']").shouldHave(text("disabled"));
    $("[data-test='sg-gallery-copy-v001']").shouldHave(text("2/2"), text("3.3.0"));
  }
}
