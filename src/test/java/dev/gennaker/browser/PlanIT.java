package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.webdriver;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.pipeline.Pipeline;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What a start would do, looked at before it is started. */
class PlanIT extends BrowserTest {

  private static final String ASKS =
      """
      {"refId": "1", "type": "wait", "name": "Soak", "requisiteStageRefIds": [], "waitTime": 7200},
      {"refId": "2", "type": "manualJudgment", "name": "Go on?", "requisiteStageRefIds": ["1"]}""";

  @Autowired private Exhibits exhibits;

  @Test
  void plansThenStartsWithTheSameParameters() {
    Pipeline pipeline = asking();
    signIn("demo");
    go("/applications/gallery/pipelines");
    $("[data-test='start-" + pipeline.name() + "']").click();
    $("#plan-start").shouldBe(visible).click();
    $("[data-test=parameter-version]").shouldHave(text("Parameter Version is missing."));
    $("[data-test=parameter-version] input").setValue("1.2");
    $("#plan-start").click();

    webdriver().shouldHave(urlContaining("/plan?param=version"));
    $("[data-test=plan-verdict]")
        .shouldHave(text("Nothing known would stop it"), text("at least 2 h of waiting"));
    $("[data-test=plan-1]").shouldHave(text("Soak"), text("Would run"));
    $("[data-test=plan-2]").shouldHave(text("after 2 h of waiting"));
    $("[data-stage='2']").shouldBe(visible);
    assertThat(runs(pipeline)).isZero();

    $("#start-planned").click();
    webdriver().shouldHave(urlContaining("/executions/"));
    $("#run-state").shouldHave(text("Running"));
    $(".run-head").shouldHave(text("version 1.2"));
    assertThat(runs(pipeline)).isOne();
  }

  @Test
  void saysWhatWouldFailAndWhatWouldNotBeReached() {
    Pipeline pipeline = exhibits.pipeline("Planned", Exhibits.FAILS);
    signIn("demo");
    go(Exhibits.plan(pipeline));

    $("[data-test=plan-verdict]").shouldHave(text("It would not succeed"));
    $("[data-test=plan-2]").shouldHave(text("Would fail"));
    $("[data-test=plan-3]").shouldHave(text("Would not be reached"));
    $("[data-stage='3']").shouldHave(text("Would not be reached"));
  }

  @Test
  void saysWhyItCannotBePlanned() {
    Pipeline pipeline = asking();
    signIn("demo");
    go(Exhibits.plan(pipeline));

    $("[data-test=plan-verdict]").shouldHave(text("Parameter Version is missing."));
    $("#start-planned").shouldHave(attribute("disabled"));
    $("#change-parameters").click();
    $("[data-test=parameter-version] input").shouldBe(visible).setValue("2.0");
    $("#plan-start").click();
    $("[data-test=plan-1]").shouldHave(text("Soak"));
  }

  private Pipeline asking() {
    Pipeline plain = exhibits.pipeline("Asking", ASKS);
    ObjectNode document = plain.document();
    document
        .putArray("parameterConfig")
        .addObject()
        .put("name", "version")
        .put("label", "Version")
        .put("required", true);
    return exhibits.resave(plain, document);
  }

  private int runs(Pipeline pipeline) {
    return exhibits
        .executions()
        .list(
            new ExecutionQuery("gallery", null, Set.of(pipeline.id()), Set.of(), null, 10),
            Exhibits.DEMO)
        .size();
  }
}
