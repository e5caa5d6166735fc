package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.SelenideElement;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When a stage may start, and how often it tries, as forms in the inspector. */
class EditorHoldingIT extends BrowserTest {

  @Autowired private Exhibits exhibits;
  @Autowired private Pipelines pipelines;

  @Test
  void writesAWindowAndARetryPolicyAndSaysWhatIsWrongAtTheField() {
    Pipeline pipeline =
        exhibits.pipeline(
            "Windowed",
            """
            {"refId": "1", "type": "wait", "name": "First", "requisiteStageRefIds": [], "waitTime": 1}""");
    signIn("demo");
    go(Exhibits.editor(pipeline) + "?stage=1");
    tab("Runs when");
    field("timeZone").shouldNot(exist);
    field("restrictExecutionDuringTimeWindow").$("vaadin-checkbox").click();
    $(".insp-body").shouldHave(text("The window is switched on, but there is none."));
    field("timeZone").$("input").setValue("Mars/Olympus").sendKeys(Keys.ENTER);
    field("timeZone").shouldHave(text("Nobody knows the time zone Mars/Olympus."));
    field("timeZone").$("input").setValue("Europe/Berlin").sendKeys(Keys.ENTER);
    field("timeZone").shouldNotHave(text("Nobody knows"));
    field("days").$("input").setValue("Tuesday").sendKeys(Keys.ENTER);
    Browser.settle();
    // The list stays open for more days; a first Escape only empties what was typed.
    field("days").$("input").sendKeys(Keys.ESCAPE);
    field("days").$("input").sendKeys(Keys.ESCAPE);
    $("vaadin-multi-select-combo-box[opened]").shouldNot(exist);

    tab("On failure");
    field("maxAttempts").$("input").setValue("0").sendKeys(Keys.TAB);
    field("maxAttempts").shouldHave(text("Write a number from 1 to 100."));
    field("maxAttempts").$("input").setValue("4").sendKeys(Keys.TAB);
    field("maxAttempts").shouldNotHave(text("Write a number"));
    field("delayMs").$("input").setValue("30 s").sendKeys(Keys.TAB);
    Browser.settle();
    $("[data-test=save]").shouldNotHave(attribute("disabled")).click();
    $(".ed-bar .tag").shouldHave(text("rev 2"));

    assertThat(stage(pipeline).get("restrictedExecutionWindow"))
        .isEqualTo(json("{\"timeZone\": \"Europe/Berlin\", \"days\": [3]}"));
    assertThat(stage(pipeline).get("retry"))
        .isEqualTo(json("{\"maxAttempts\": 4, \"delayMs\": 30000}"));
  }

  private JsonNode stage(Pipeline pipeline) {
    return pipelines
        .find(pipeline.id(), Exhibits.DEMO)
        .orElseThrow()
        .document()
        .get("stages")
        .get(0);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static void tab(String title) {
    $$(".insp [role=tab], [role=tab]").findBy(text(title)).shouldBe(visible).click();
  }

  private static SelenideElement field(String key) {
    return $(".insp-body [data-field=" + key + "]");
  }
}
