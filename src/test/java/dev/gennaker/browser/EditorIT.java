package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.actions;
import static com.codeborne.selenide.Selenide.executeJavaScript;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.CollectionCondition;
import com.codeborne.selenide.SelenideElement;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drawing, changing and saving pipelines, as people do it. */
class EditorIT extends BrowserTest {

  private static final Actor OTHER = new Actor("somebody", Set.of(Actor.ADMIN));
  private static int count;

  @Autowired private Pipelines pipelines;
  @Autowired private Applications applications;
  private Pipeline pipeline;

  @BeforeEach
  void opensAPipeline() {
    applications.save("drawn", JsonMapper.shared().createObjectNode(), OTHER);
    count++;
    pipeline =
        pipelines.save(
            json(
                """
                {"application":"drawn","name":"Story %d","mystery":{"kept":true},"stages":[
                  {"refId":"1","type":"wait","name":"First","requisiteStageRefIds":[],"waitTime":1},
                  {"refId":"2","type":"wait","name":"Second","requisiteStageRefIds":["1"],"waitTime":2},
                  {"refId":"3","type":"wait","name":"Third","requisiteStageRefIds":["2"],"waitTime":3}]}
                """
                    .formatted(count)),
            null,
            "",
            OTHER);
    signIn("demo");
    open("");
    stage("3").shouldBe(visible);
  }

  @Test
  void addsAStageByKeyboardAloneAndSavesARevision() {
    board().sendKeys(Keys.ARROW_RIGHT, "a");
    $("[data-test=palette] input").shouldBe(focused);
    type("wait", Keys.ENTER);
    $("[data-field=waitTime] input").shouldBe(focused);
    type("10 min", Keys.TAB);
    stage("4").shouldHave(text("10 min"));
    $("[data-test=changes]").shouldHave(text("2 changes")).click();
    $(".diffp").shouldHave(text("added after First"), text("now waits for Wait"));
    $(".diffp input").shouldBe(focused);
    type("Settle first", Keys.ENTER);
    $(".ed-bar .tag").shouldHave(exactText("rev 2"));

    ObjectNode saved = saved();
    assertThat(saved.at("/stages/1/waitTime").asInt()).isEqualTo(600);
    assertThat(saved.at("/stages/2/requisiteStageRefIds/0").asString()).isEqualTo("4");
    assertThat(saved.at("/mystery/kept").asBoolean()).isTrue();
    assertThat(pipelines.revisions(pipeline.id(), OTHER).getFirst().message())
        .isEqualTo("Settle first");
  }

  @Test
  void undoesFormAndGraphEditsInOneOrder() {
    stage("2").click();
    SelenideElement wait = $("[data-field=waitTime] input").shouldHave(value("2 s"));
    wait.setValue("20").sendKeys(Keys.TAB);
    stage("2").shouldHave(text("20 s"));
    board().sendKeys(Keys.DELETE);
    stage("2").should(disappear);

    $(".ed-undo").shouldHave(text("Undo: remove Second"));
    board().sendKeys(Keys.chord(Keys.CONTROL, "z"));
    stage("2").shouldHave(text("20 s"));
    $(".ed-undo").shouldHave(text("Undo: wait time 2 → 20"));
    board().sendKeys(Keys.chord(Keys.CONTROL, "z"));
    stage("2").shouldHave(text("2 s"));
    $("[data-test=changes]").shouldNotBe(visible);
    board().sendKeys(Keys.chord(Keys.CONTROL, "y"));
    stage("2").shouldHave(text("20 s"));
  }

  @Test
  void keepsTheDraftWhenThePageIsLeftAndTheSelectionInTheAddress() {
    stage("2").click();
    $("[data-field=waitTime] input").setValue("7").sendKeys(Keys.TAB);
    $("[data-test=changes]").shouldHave(text("1 change"));
    go("/");
    open("?stage=2");

    $("[data-field=waitTime] input").shouldHave(value("7 s"));
    $("[data-test=changes]").shouldHave(text("1 change"));
    board().sendKeys(Keys.chord(Keys.CONTROL, "z"));
    $("[data-field=waitTime] input").shouldHave(value("2 s"));
  }

  @Test
  void movesAStageByDraggingItOntoALineOrAnother() {
    actions()
        .moveToElement(stage("3"))
        .clickAndHold()
        .moveByOffset(-60, 60)
        .moveToElement(stage("1"), 125, 0)
        .moveToElement(stage("1"), 124, 0)
        .release()
        .perform();
    $(".ed-undo").shouldHave(text("Undo: move Third"));
    board().sendKeys(Keys.chord(Keys.CONTROL, "s"));
    $(".ed-bar .tag").shouldHave(exactText("rev 2"));

    ObjectNode moved = saved();
    assertThat(moved.at("/stages/2/requisiteStageRefIds")).hasToString("[\"1\"]");
    assertThat(moved.at("/stages/1/requisiteStageRefIds")).hasToString("[\"3\"]");
  }

  @Test
  void refusesACircleAndSaysWhy() {
    actions()
        .moveToElement(stage("3"))
        .moveToElement(stage("3"), 100, 0)
        .clickAndHold()
        .moveByOffset(-80, 70)
        .moveToElement(stage("1"))
        .release()
        .perform();

    $(".pg-notice").shouldHave(text("First cannot wait for Third"), text("Second → Third"));
    $("[data-test=changes]").shouldNotBe(visible);
  }

  @Test
  void showsWhatSomebodyElseSavedAndLosesNothing() {
    stage("2").click();
    $("[data-field=waitTime] input").setValue("7").sendKeys(Keys.TAB);
    $("[data-test=changes]").shouldHave(text("1 change"));
    ObjectNode theirs = pipeline.document();
    ((ObjectNode) theirs.at("/stages/0")).put("name", "Their first");
    pipelines.save(theirs, 1, "", OTHER);

    $(".newer").shouldHave(text("somebody saved revision 2"), text("name First → Their first"));
    $("[data-test=take]").click();
    stage("1").shouldHave(text("Their first"));
    board().sendKeys(Keys.chord(Keys.CONTROL, "z"));
    stage("2").shouldHave(text("7 s"));
    stage("1").shouldHave(text("First"));
    $("[data-test=changes]").shouldHave(text("2 changes"));
  }

  @Test
  void editsTheTextOnTheSameUndoStackAndKeepsWhatIsNotJsonAsTyped() {
    $$(".seg vaadin-button").findBy(text("JSON")).click();
    SelenideElement area = $("[data-test=json] textarea").shouldBe(visible);
    String text = area.getValue();
    assertThat(text).contains("\"mystery\": {");
    area.setValue("{ not json");
    $(".jsonp-state").shouldHave(text("Line 1"));
    area.setValue(text.replace("\"First\"", "\"Renamed\""));
    $(".jsonp-state").shouldHave(exactText(""));
    $$(".seg vaadin-button").findBy(text("Visual")).click();
    stage("1").shouldHave(text("Renamed"));

    $(".ed-undo").shouldHave(text("Undo: edit as JSON"));
    board().sendKeys(Keys.chord(Keys.CONTROL, "z"));
    stage("1").shouldHave(text("First"));
  }

  @Test
  void goesFromProblemToProblemAndRefusesToSaveErrors() {
    stage("2").click();
    $("[data-field=waitTime] input").setValue("soon").sendKeys(Keys.TAB);
    $("[data-test=problems]").shouldHave(text("1 problem"));
    board().sendKeys(Keys.ESCAPE);
    $(".insp h2").shouldHave(text("Pipeline settings"));
    board().sendKeys(Keys.F8);
    $("[data-field=waitTime].bad").shouldHave(text("must be a number"));
    $("[data-test=save]").click();
    $("[data-test=notice]").shouldHave(text("Your draft keeps everything"));
    assertThat(pipelines.find(pipeline.id(), OTHER).orElseThrow().revision()).isEqualTo(1);
  }

  @Test
  void isUsableByEverybody() {
    for (Look look : Look.values()) {
      Browser.look(look);
      open("?stage=2");
      $(look.phone() ? ".pg-twin" : ".react-flow__node").shouldBe(visible);
      assertThat(Browser.overflow()).as(look.name()).isZero();
      assertThat(Accessibility.violations()).as(look.name()).isEmpty();
      Browser.photograph("editor-" + look.suffix());
    }
    Browser.look(Look.LIGHT);
    open("");
    $$(".pg-twin [data-twin]").shouldHave(CollectionCondition.size(3));
    executeJavaScript("arguments[0].focus()", $("[data-twin='2']").should(exist));
    type("a");
    $("[data-test=palette]").shouldBe(visible);
  }

  private void open(String query) {
    go("/applications/drawn/pipelines/Story%20" + count + "/edit" + query);
    $(".ed-bar").shouldBe(visible);
  }

  private static SelenideElement stage(String id) {
    return $("[data-stage='" + id + "']");
  }

  private static SelenideElement board() {
    return $("[data-focus=board]");
  }

  private static void type(CharSequence... keys) {
    actions().sendKeys(keys).perform();
  }

  private ObjectNode saved() {
    return pipelines.find(pipeline.id(), OTHER).orElseThrow().document();
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text);
  }
}
