package dev.gennaker.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.ScreenTest;
import dev.gennaker.ui.kit.Finder;
import dev.gennaker.ui.kit.More;
import dev.gennaker.ui.pipelines.RunRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The list of runs, and what the search does about pipelines. */
@WithMockUser(username = "demo", roles = "admin")
class RunsViewTests extends ScreenTest {

  @Autowired private Applications applications;
  @Autowired private Pipelines pipelines;
  @Autowired private List<Finder> finders;

  @Test
  void olderRunsComeAndRowsStayTheSame() {
    applications.save("skiffs", Documents.parse("{}"), ADMIN);
    IntStream.range(0, 70).forEach(i -> run("skiffs"));
    await()
        .until(
            () ->
                executions.list(ExecutionQuery.ofApplication("skiffs", 100), ADMIN).stream()
                    .allMatch(run -> run.status().isComplete()));
    open("executions?application=skiffs");
    List<RunRow> first = find(RunRow.class).all();
    assertThat(first).hasSize(50);

    test(find(Button.class).withText("Show older").single()).click();

    assertThat(find(RunRow.class).all()).hasSize(70).startsWith(first.toArray(RunRow[]::new));
    assertThat(find(More.class).exists()).isFalse();
    String newest = run("skiffs");
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              settle();
              assertThat(shows(RunRow.class, "run-" + newest)).isTrue();
            });
    assertThat(new HashSet<>(find(RunRow.class).all())).containsAll(first);
  }

  @Test
  void filtersByPipelineFromTheAddress() {
    Pipeline pipeline = pipeline("dinghy", "Ship");
    String mine = executions.start(StartRequest.of(pipeline, Map.of("type", "manual")), ADMIN);
    String other = run("dinghy");

    open("executions?application=dinghy&pipeline=" + pipeline.id());

    assertThat(shows(RunRow.class, "run-" + mine)).isTrue();
    assertThat(shows(RunRow.class, "run-" + other)).isFalse();
    assertThat(find(ComboBox.class).all())
        .extracting(ComboBox::getValue)
        .contains("dinghy", pipeline);
  }

  @Test
  void theSearchStartsPipelinesForThoseWhoMay() {
    pipeline("cutter", "Launch it");
    open("executions");

    Finder.Hit start = hit("start launch", ADMIN);
    assertThat(start.title()).isEqualTo("Start Launch it…");
    ((Finder.Choice.Act) start.choice()).action().run();
    assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Start Launch it");
    test(find(Button.class).withText("Start").single()).click();

    assertThat(executions.list(ExecutionQuery.ofApplication("cutter", 5), ADMIN))
        .extracting(ExecutionHeader::name)
        .containsExactly("Launch it");
    Actor viewer = new Actor("vic", Set.of("viewers"));
    assertThat(finders.stream().flatMap(f -> f.find("start launch", viewer, 5).stream())).isEmpty();
    assertThat(finders.stream().flatMap(f -> f.find("runs of launch", viewer, 5).stream()))
        .singleElement()
        .satisfies(
            hit ->
                assertThat(((Finder.Choice.Open) hit.choice()).href())
                    .startsWith("executions?")
                    .contains("application=cutter", "pipeline="));
  }

  @Test
  void theSearchMakesNoDisabledPipelineStart() {
    pipelines.save(
        Documents.parse("{\"application\":\"cutter\",\"name\":\"Moored\",\"disabled\":true}"),
        null,
        "",
        applicationsOwner("cutter"));
    assertThat(finders.stream().flatMap(f -> f.find("start moored", ADMIN, 5).stream())).isEmpty();
    assertThat(hit("new pipeline cutter", ADMIN).title()).isEqualTo("New pipeline in cutter…");
  }

  private Actor applicationsOwner(String application) {
    applications.save(application, Documents.parse("{}"), ADMIN);
    return ADMIN;
  }

  private Finder.Hit hit(String words, Actor actor) {
    return finders.stream()
        .flatMap(f -> f.find(words, actor, 5).stream())
        .findFirst()
        .orElseThrow();
  }

  private Pipeline pipeline(String application, String name) {
    applications.save(application, Documents.parse("{}"), ADMIN);
    return pipelines.save(
        Documents.parse(
            "{\"application\":\"%s\",\"name\":\"%s\",\"stages\":[{\"type\":\"wait\",\"refId\":\"1\",\"waitTime\":0}]}"
                .formatted(application, name)),
        null,
        "",
        ADMIN);
  }

  private String run(String application) {
    return executions.start(
        StartRequest.adHoc(
            application, "patch", List.of(Map.of("type", "wait", "refId", "1", "waitTime", 0))),
        ADMIN);
  }
}
