package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

import dev.gennaker.execution.Execution;
import java.net.URI;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Every address people can type and what opens on it: no accessibility violation, no overflow, in
 * any look.
 */
class EveryViewIT extends BrowserTest {

  private static final String CART = "shop-prod-cart-v044";
  private static final String GROUPS = "/applications/shop/clusters?cluster=dcos-west";

  @Autowired private Exhibits exhibits;

  @Value("${gennaker.dcos.clusters[1].dcos-url}")
  private URI west;

  @Test
  void showsTheDoor() {
    go("/login");

    inspect("login");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "home, /",
    "applications, /applications",
    "application, /applications/shop",
    "clusters, /applications/shop/clusters",
    "pipelines, /applications/shop/pipelines",
    "runs, /executions",
    "inbox, /inbox",
    "dcos-clusters, /clusters",
    "dcos-cluster, /clusters/dcos-east",
    "settings, /settings",
    "editor, /applications/shop/pipelines/Release%20web/edit",
    "editor-stage, /applications/shop/pipelines/Release%20web/edit?stage=2",
    "no-application, /applications/phantom",
    "not-found, /nowhere",
  })
  void showsItself(String name, String path) {
    signIn("demo");
    go(path);

    inspect(name);
  }

  @Test
  void offersToCreateAnApplicationThatIsNotThere() {
    signIn("demo");
    go("/applications/phantom/pipelines");
    $("[data-test=create-this]").click();
    dialog("New application");
    $("[data-test=application-name] input").shouldHave(value("phantom"));
    inspect("create-application");
  }

  @Test
  void showsARunThatIsLive() {
    String id = exhibits.live();
    signIn("demo");
    go("/executions/" + id);
    inspect("run-live");
    go("/executions/" + id + "?stage=2");
    inspect("run-live-stage");
    go("/engine");
    $("[data-test='estand-" + id + "']").shouldBe(visible);
    inspect("engine");
  }

  @Test
  void showsARunThatEnded() {
    String id = exhibits.failed();
    signIn("demo");
    go("/executions/" + id + "?stage=2");
    inspect("run-failed");
  }

  @Test
  void showsStagesThatAreHeld() {
    signIn("demo");
    go("/executions/" + exhibits.held() + "?stage=1");
    inspect("run-held");
    go("/executions/" + exhibits.retrying() + "?stage=1");
    inspect("run-retrying");
  }

  @Test
  void showsWhenAStageRunsAndHowOftenItTries() {
    signIn("demo");
    go(
        Exhibits.editor(
                exhibits.pipeline(
                    "Windowed",
                    """
                    {"refId": "1", "type": "wait", "name": "First", "requisiteStageRefIds": [], "waitTime": 1,
                     "restrictExecutionDuringTimeWindow": true, "retry": {"maxAttempts": 3},
                     "restrictedExecutionWindow": {"days": [2, 3], "whitelist": [{"startHour": 9, "endHour": 17}]}}"""))
            + "?stage=1");
    $$("[role=tab]").findBy(text("Runs when")).click();
    $("[data-field=timeZone]").shouldBe(visible);
    inspect("editor-window");
    $$("[role=tab]").findBy(text("On failure")).click();
    $("[data-field=maxAttempts]").shouldBe(visible);
    inspect("editor-retry");
  }

  @Test
  void showsTheFilesOfATask() {
    openGroup();
    $("[data-test=tab-tasks]").click();
    $("[data-test^='logs-']").click();
    $("log-view .ln").should(exist);
    inspect("files");
  }

  @Test
  void showsAPlan() {
    signIn("demo");
    go(Exhibits.plan(exhibits.pipeline("Plan", Exhibits.FAILS)));
    $("[data-test=plan-3]").shouldBe(visible);
    inspect("plan");
    go("/applications/shop/pipelines/Release%20web/plan");
    inspect("plan-release");
  }

  @Test
  void asksBeforeAStageRunsAgain() {
    signIn("demo");
    go("/executions/" + exhibits.misconfigured() + "?stage=2");
    $("#act-retry").click();
    $("[data-test=change-inputs] summary").click();
    $(".restart [data-field=waitTime] input").shouldBe(visible);
    inspect("restart-dialog");
  }

  @Test
  void showsAJudgment() {
    Execution run = exhibits.execution(exhibits.live());
    signIn("demo");
    go("/inbox/" + run.id() + "/" + Exhibits.stage(run, "3").id());
    inspect("judgment");
    go("/inbox");
    inspect("inbox-waiting");
    go("/executions/" + run.id() + "?stage=3");
    inspect("run-judgment");
  }

  @Test
  void asksBeforeAPipelineStarts() {
    signIn("demo");
    go("/applications/shop/pipelines");
    $("[data-test='start-Release web']").click();
    dialog("Start Release web");
    inspect("start-dialog");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"overview", "tasks", "definition", "events"})
  void showsAServerGroup(String tab) {
    openGroup();
    $("[data-test=tab-" + tab + "]").click();
    $("[data-test=tab-" + tab + "].on").shouldBe(visible);
    inspect("server-group-" + tab);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"resize", "disable", "restart", "destroy"})
  void asksBeforeAServerGroupIsChanged(String action) {
    openGroup();
    $("[data-test=do-" + action + "]").click();
    $("vaadin-dialog[opened]").shouldHave(text(CART));
    inspect("confirm-" + action);
  }

  @Test
  void asksWhatToGoBackTo() {
    signIn("demo");
    go("/applications/shop/clusters?cluster=dcos-east");
    $("[data-test='sg-shop-prod-search-v031']").click();
    $("[data-test=do-rollback]").click();
    $("[data-test=rollback-steps]").shouldHave(text("shop-prod-search-v030 gets 14 instances"));
    inspect("confirm-rollback");
  }

  @Test
  void showsWhoHoldsALock() {
    String id = exhibits.locked(west, "dcos-west", exhibits.group(west, "dcos-west"));
    signIn("demo");
    go("/executions/" + id + "?stage=1");
    $("[data-test=lock]").shouldHave(text("scale application, step 1 of 1"));
    inspect("run-locked");
    $("#act-force").click();
    dialog("Force the change");
    inspect("force-change");
    $$("vaadin-dialog[opened] vaadin-button").findBy(text("Keep waiting")).click();
    $("#act-unlock").click();
    dialog("Cancel a deployment");
    inspect("cancel-deployment");
    exhibits.executions().cancel(id, "seen", Exhibits.DEMO);
  }

  @Test
  void asksWhichTasksToTerminate() {
    openGroup();
    $("[data-test=tab-tasks]").click();
    $("[data-test=do-terminate]").click();
    dialog("Terminate tasks of " + CART);
    inspect("confirm-terminate");
  }

  @Test
  void showsTheToolsOfTheEditor() {
    signIn("demo");
    go("/applications/shop/pipelines/Release%20web/edit?stage=1");
    $("[data-test=add-stage]").shouldBe(visible).click();
    $("[data-test=palette] input").shouldBe(visible);
    Browser.settle();
    inspect("editor-palette");
    $("[data-test=palette] input").sendKeys(Keys.ESCAPE);
    $$(".seg vaadin-button").findBy(text("JSON")).click();
    $("[data-test=json] textarea").shouldBe(visible);
    inspect("editor-json");
  }

  @Test
  void showsWhatChangedInADraft() {
    signIn("demo");
    go(
        Exhibits.editor(
                exhibits.pipeline(
                    "Changed",
                    """
                    {"refId": "1", "type": "wait", "name": "First", "requisiteStageRefIds": [], "waitTime": 1},
                    {"refId": "2", "type": "wait", "name": "Second", "requisiteStageRefIds": ["1"], "waitTime": 1}"""))
            + "?stage=1");
    $("[data-field=waitTime] input").shouldBe(visible).setValue("soon").sendKeys(Keys.TAB);
    $("[data-test=changes]").shouldHave(text("1 change")).click();
    $(".diffp").shouldBe(visible);
    inspect("editor-changes");
  }

  @Test
  void findsAnything() {
    signIn("demo");
    go("/");
    $("[data-action=find]").click();
    $(".hits").shouldBe(visible);
    inspect("find");
  }

  private static void openGroup() {
    signIn("demo");
    go(GROUPS);
    $("[data-test='sg-" + CART + "']").click();
    $("[data-test=details]").shouldHave(text(CART));
  }

  private static void dialog(String title) {
    $("vaadin-dialog[opened]").shouldHave(text(title));
  }

  private static void inspect(String name) {
    SoftAssertions all = new SoftAssertions();
    for (Look look : Look.values()) {
      Browser.look(look);
      Browser.settle();
      if ($("pipeline-graph").exists()) {
        $("pipeline-graph .react-flow__node").should(exist);
      }
      Browser.photograph(name + "-" + look.suffix());
      all.assertThat(Accessibility.violations()).as(name + " in " + look).isEmpty();
      all.assertThat(Browser.overflow())
          .as("pixels wider than the screen, " + name + " in " + look)
          .isZero();
    }
    Browser.look(Look.LIGHT);
    all.assertAll();
  }
}
