package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.executeJavaScript;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.SelenideElement;
import com.codeborne.selenide.WebDriverRunner;
import dev.gennaker.pipeline.Pipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody writes an expression and sees what it becomes before anything runs. */
class ExpressionPreviewIT extends BrowserTest {

  @Autowired private Exhibits exhibits;
  private Pipeline pipeline;

  @BeforeEach
  void runsAPipelineTwice() {
    pipeline =
        exhibits.pipeline(
            "Previewed",
            """
            {"refId": "1", "type": "evaluateVariables", "name": "Facts", "requisiteStageRefIds": [],
             "variables": [{"key": "pause", "value": "${parameters.size}0"},
                           {"key": "image", "value": "registry.example.com/shop/web:1.8.${parameters.size}"},
                           {"key": "settings", "value": "${ {'replicas': 3, 'hosts': 'a.example.com,b.example.com,c.example.com,d.example.com,e.example.com,f.example.com'.split(','), 'owner': 'shop'} }"}]},
            {"refId": "2", "type": "wait", "name": "Soak", "requisiteStageRefIds": ["1"], "waitTime": 0},
            {"refId": "3", "type": "wait", "name": "Wrong", "requisiteStageRefIds": ["2"],
             "waitTime": "${#toInt(image) + 1}"}""");
    exhibits.ended(pipeline, "5");
    exhibits.ended(pipeline, "6");
    signIn("demo");
    go(Exhibits.editor(pipeline) + "?stage=2");
  }

  @Test
  void showsWhatAnExpressionBecomesAndWhyItHasNoValue() {
    SelenideElement field = $("[data-field=waitTime]").shouldBe(visible);
    field.$("vaadin-button.manner").click();
    $$("vaadin-context-menu-item").findBy(text("Expression")).click();
    field.$("input").setValue("${#toInt(pause) + 1}");
    field.$("[data-preview=value] .pv-value").shouldHave(exactText("61"));
    field.$(".pv-kind").shouldHave(exactText("number"));

    field.$("input").setValue("${#toInt(image) + 1}");
    field
        .$("[data-preview=failure]")
        .shouldHave(text("No value:"), text("image = registry.example.com/shop/web:1.8.6"));
    field.$("[data-preview=value]").shouldNot(exist);

    field.$("input").setValue("${#toInt(pause)}");
    field.$(".pv-value").shouldHave(exactText("60"));
    choose("5");
    field.$(".pv-value").shouldHave(exactText("50"));
    assertThat(WebDriverRunner.url()).contains("stage=2").contains("against=");
    go(WebDriverRunner.url());
    $("[data-field=waitTime] .pv-value").shouldHave(exactText("50"));
  }

  @Test
  void isUsableByEverybody() {
    for (Look look : Look.values()) {
      Browser.look(look);
      look("1", "value", look);
      look("3", "failure", look);
    }
    Browser.look(Look.LIGHT);
    go(Exhibits.editor(pipeline) + "?stage=1");
    SelenideElement whole = $(".pv summary").shouldBe(visible);
    whole.sendKeys(Keys.ENTER);
    $(".pv-whole").shouldBe(visible).shouldHave(text("\"replicas\" : 3"));
    assertThat(Accessibility.violations()).isEmpty();
    Browser.photograph("preview-whole");
    assertThat(
            (Boolean)
                executeJavaScript(
                    "const b = document.querySelector('.insp-body');"
                        + " return b.scrollWidth <= b.clientWidth"))
        .as("long values stay within the panel")
        .isTrue();
  }

  private void look(String stage, String preview, Look look) {
    go(Exhibits.editor(pipeline) + "?stage=" + stage);
    $("[data-preview=" + preview + "]").shouldBe(visible);
    assertThat(Browser.overflow()).as(look.name()).isZero();
    assertThat(Accessibility.violations()).as(look.name()).isEmpty();
    Browser.photograph("preview-%s-%s".formatted(preview, look.suffix()));
  }

  /** The one whose parameter was this; the newest run is the first of the list. */
  private static void choose(String size) {
    $("[data-test=preview] vaadin-select").click();
    $$("vaadin-select-item").get(size.equals("6") ? 0 : 1).shouldBe(visible).click();
  }
}
