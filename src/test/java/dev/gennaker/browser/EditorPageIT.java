package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exactValue;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.actions;
import static com.codeborne.selenide.Selenide.executeJavaScript;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.SelenideElement;
import dev.gennaker.pipeline.KeptDrafts;
import dev.gennaker.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What surrounds the drawing: keys, the empty page, drafts of before. */
class EditorPageIT extends BrowserTest {

  private static final String ONE_WAIT =
      """
      {"refId": "1", "type": "wait", "name": "First", "requisiteStageRefIds": [], "waitTime": 1}""";

  @Autowired private Exhibits exhibits;
  @Autowired private KeptDrafts drafts;

  @Test
  void opensThePaletteWhileNothingHasTheKeyboardButNeverWhileSomebodyTypes() {
    open(exhibits.pipeline("Keys", ONE_WAIT), "?stage=1");
    executeJavaScript("document.activeElement.blur()");
    actions().sendKeys("/").perform();
    palette().shouldBe(visible);
    $("[data-test=palette] input").shouldBe(focused).shouldHave(exactValue(""));
    actions().sendKeys(Keys.ESCAPE).perform();
    palette().should(disappear);

    SelenideElement name = $(".insp-name input");
    name.setValue("a/b?").sendKeys(Keys.TAB);
    $("[data-stage='1']").shouldHave(text("a/b?"));
    palette().shouldNotBe(visible);
    $(".pg-keys").shouldNotBe(visible);
  }

  @Test
  void saysOnAnEmptyPageWhatToDoFirst() {
    open(exhibits.pipeline("Nothing yet", ""), "");
    SelenideElement first = $(".pg-empty button").shouldBe(visible);
    Browser.photograph("editor-empty");
    assertThat(overlap(first.getRect(), $(".pg-start").getRect())).isFalse();
    assertThat(overlap($(".pg-empty p").getRect(), $(".pg-start").getRect())).isFalse();

    first.click();
    $("[data-test=palette] input").shouldBe(focused).setValue("wait").sendKeys(Keys.ENTER);
    $(".pg-empty").should(disappear);
    $("[data-stage]").shouldHave(text("Wait"));
  }

  @Test
  void givesUpADraftOfBefore() {
    Pipeline pipeline = exhibits.pipeline("Given up", ONE_WAIT);
    ObjectNode edited = pipeline.document().deepCopy();
    ((ObjectNode) edited.at("/stages/0")).put("name", "Edited before");
    drafts.keep(pipeline.id(), 1, edited, Exhibits.DEMO);
    open(pipeline, "");

    earlier().shouldHave(text("You have a draft from"), text("1 change to revision 1"));
    $("[data-stage='1']").shouldHave(text("First"));
    assertThat(Accessibility.violations()).isEmpty();
    Browser.photograph("editor-earlier-draft");
    $("[data-test=discard-draft]").click();
    earlier().should(disappear);
    assertThat(drafts.find(pipeline.id(), Exhibits.DEMO)).isEmpty();
  }

  @Test
  void goesOnWithADraftOfBeforeOnTopOfWhatWasSavedMeanwhile() {
    Pipeline pipeline = exhibits.pipeline("Gone on", ONE_WAIT);
    ObjectNode edited = pipeline.document().deepCopy();
    ((ObjectNode) edited.at("/stages/0")).put("name", "Edited before");
    drafts.keep(pipeline.id(), 1, edited, Exhibits.DEMO);
    ObjectNode theirs = pipeline.document().deepCopy();
    ((ObjectNode) theirs.at("/stages/0")).put("waitTime", 9);
    exhibits.save(theirs);
    open(pipeline, "");
    $("[data-test=continue-draft]").click();

    $("[data-stage='1']").shouldHave(text("Edited before"), text("1 s"));
    $(".newer").shouldHave(text("saved revision 2"), text("wait time 1 → 9"));
    actions().keyDown(Keys.CONTROL).sendKeys("z").keyUp(Keys.CONTROL).perform();
    $("[data-stage='1']").shouldHave(text("First"), text("9 s"));
    $(".ed-bar .tag").shouldHave(exactText("rev 1"));
  }

  private static void open(Pipeline pipeline, String query) {
    signIn("demo");
    go(Exhibits.editor(pipeline) + query);
    $(".ed-bar").shouldBe(visible);
    $(".pg-start").shouldBe(visible);
  }

  private static boolean overlap(Rectangle one, Rectangle other) {
    return one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height;
  }

  private static SelenideElement palette() {
    return $("[data-test=palette]");
  }

  private static SelenideElement earlier() {
    return $("[data-test=earlier-draft]");
  }
}
