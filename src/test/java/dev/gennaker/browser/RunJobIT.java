package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job as people see it: in the editor, while it runs, and after it was cancelled or failed. */
class RunJobIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(60);

  @Autowired private Exhibits exhibits;

  private static String job(String id, String label) {
    return """
        {"refId": "1", "type": "runJob", "name": "Migrate", "requisiteStageRefIds": [],
         "cloudProvider": "dcos", "credentials": "demo", "region": "dcos-east",
         "general": {"id": "%s", "cmd": "./migrate", "cpus": 0.1, "mem": 64},
         "docker": {"image": "shop/migrate:7"}, "labels": {%s}}"""
        .formatted(id, label);
  }

  @Test
  void showsItInTheEditor() {
    signIn("demo");
    go(Exhibits.editor(exhibits.pipeline("Job", job("shop.migrate-db", ""))));
    $("[data-stage='1']").shouldHave(text("shop.migrate-db in dcos-east")).click();
    $("vaadin-text-field[aria-label='Image'], [aria-label='Image']").shouldBe(visible);
    Browser.photograph("run-job-editor");
  }

  @Test
  void runsToItsEnd() {
    String id = exhibits.run("Job that ends", job("good", ""));
    open(id);
    $("#run-state").shouldHave(text("Succeeded"), RUN);
    $("[data-stage='1']").click();
    Browser.photograph("run-job-done");
    assertThat(Exhibits.stage(exhibits.execution(id), "1").outputs()).containsEntry("exitCode", 0);
  }

  @Test
  void saysWhyItFailed() {
    open(exhibits.run("Job that fails", job("bad", "\"SIM_EXIT_CODE\": \"3\"")));
    $("#run-state").shouldHave(text("Failed"), RUN);
    $("[data-stage='1']").click();
    $(".run-panel").shouldHave(text("Command exited with status 3"));
    Browser.photograph("run-job-failed");
  }

  @Test
  void saysThatItRunsAndIsStoppedWhenCancelled() {
    String id = exhibits.run("Job that stays", job("long", "\"SIM_NEVER_ENDS\": \"true\""));
    open(id);
    $("[data-stage='1']").click();
    $(".run-panel").shouldHave(text("runs on dcos-east"), RUN);
    Browser.photograph("run-job-running");
    $("#cancel-run").click();
    $("#confirm").click();
    $("#run-state").shouldHave(text("Cancelled"), RUN);
    assertThat(exhibits.execution(id).status()).isEqualTo(ExecutionStatus.CANCELED);
  }

  private static void open(String execution) {
    signIn("demo");
    go("/executions/" + execution);
  }
}
