package dev.gennaker.stage.deploy.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntriesFormTests {

  private Map<String, Object> settings = new HashMap<>();
  private final List<Consumer<Map<String, Object>>> parts = new ArrayList<>();

  @Test
  void keepsWhatItDoesNotKnow() {
    EntriesForm form =
        form(
            Map.of(
                "type",
                "deploy",
                "comments",
                "why",
                "clusters",
                List.of(Map.of("cloudProvider", "memory", "stack", "web", "tags", "kept"))));

    strategy(form).setValue("redblack");
    find(form, TextField.class, f -> f.getLabel().equals("Keep at most")).setValue("3");
    find(form, TextField.class, f -> f.getLabel().equals("Wait before disabling"))
        .setValue("${parameters.pause}");
    find(form, Checkbox.class, c -> c.getLabel().startsWith("Disable the new one")).setValue(true);

    assertThat(settings)
        .isEqualTo(
            Map.of(
                "type",
                "deploy",
                "comments",
                "why",
                "clusters",
                List.of(
                    Map.of(
                        "cloudProvider",
                        "memory",
                        "stack",
                        "web",
                        "tags",
                        "kept",
                        "strategy",
                        "redblack",
                        "maxRemainingAsgs",
                        3,
                        "delayBeforeDisableSec",
                        "${parameters.pause}",
                        "rollback",
                        Map.of("onFailure", true)))));
  }

  @Test
  void showsTheFieldsOfTheChosenStrategyOnly() {
    EntriesForm form = form(Map.of("clusters", List.of(Map.of("cloudProvider", "memory"))));

    strategy(form).setValue("rollingredblack");
    assertThat(labels(form))
        .contains("Steps", "Wait at every step", "Pipeline to ask at every step", "Keep at most")
        .doesNotContain("Wait before disabling", "Strategy pipeline");
    strategy(form).setValue("custom");
    assertThat(labels(form))
        .contains("Strategy pipeline", "Further parameters")
        .doesNotContain("Steps", "Keep at most");
    strategy(form).setValue("");
    assertThat(labels(form)).isEmpty();
  }

  @Test
  void writesTheStepsOfARollingRedBlackAndOfACanary() {
    EntriesForm form = form(Map.of("clusters", List.of(Map.of("cloudProvider", "memory"))));
    strategy(form).setValue("rollingredblack");
    TextField steps = find(form, TextField.class, f -> f.getLabel().equals("Steps"));

    steps.setValue("25 %, 50; 75");
    assertThat(entry()).containsEntry("targetPercentages", List.of(25, 50, 75));
    steps.setValue("a quarter");
    assertThat(steps.isInvalid()).isTrue();
    steps.setValue("${parameters.steps}");
    assertThat(steps.isInvalid()).isFalse();
    assertThat(entry()).containsEntry("targetPercentages", "${parameters.steps}");
    find(form, TextField.class, f -> f.getLabel().startsWith("Pipeline to ask")).setValue("smoke");
    assertThat(entry()).containsEntry("pipelineBeforeCleanup", Map.of("pipelineId", "smoke"));

    strategy(form).setValue("canary");
    button(form, "Add step").click();
    find(form, TextField.class, f -> f.getLabel().equals("Let it serve for")).setValue("300");
    find(form, Checkbox.class, c -> c.getLabel().equals("Ask somebody")).setValue(true);
    assertThat(entry())
        .containsEntry(
            "canarySteps", List.of(Map.of("percentage", 10, "pauseSec", 300, "judgment", true)));
    button(form, "Remove step").click();
    assertThat(entry()).doesNotContainKey("canarySteps");
  }

  private Map<String, Object> entry() {
    Map<String, Object> entry = new HashMap<>();
    ((Map<?, ?>) ((List<?>) settings.get("clusters")).getFirst())
        .forEach((key, value) -> entry.put(String.valueOf(key), value));
    return entry;
  }

  private static List<String> labels(Component form) {
    return all(form)
        .map(
            component ->
                component instanceof TextField field
                    ? field.getLabel()
                    : component instanceof TextArea area ? area.getLabel() : "")
        .filter(label -> !label.isEmpty())
        .toList();
  }

  @Test
  void theProvidersPartLeavesTheStrategyAlone() {
    EntriesForm form =
        form(Map.of("clusters", List.of(Map.of("cloudProvider", "memory", "stack", "old"))));
    strategy(form).setValue("highlander");

    // As a form does that still holds the entry as it was made.
    parts.getFirst().accept(Map.of("cloudProvider", "memory", "stack", "new"));

    assertThat(settings)
        .isEqualTo(
            Map.of(
                "clusters",
                List.of(
                    Map.of("cloudProvider", "memory", "stack", "new", "strategy", "highlander"))));
  }

  @Test
  void addsCopiesAndRemoves() {
    EntriesForm form = form(Map.of());

    button(form, "Add server group").click();
    parts.getFirst().accept(Map.of("cloudProvider", "memory", "stack", "web", "region", "east"));
    button(form, "Copy").click();
    assertThat(settings.get("clusters"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(2);

    button(form, "Remove").click();
    button(form, "Remove").click();
    assertThat(settings).isEqualTo(Map.of("clusters", List.of()));
  }

  @Test
  void takesOverTheOldForm() {
    form(Map.of("cluster", Map.of("cloudProvider", "memory", "stack", "web")));

    parts.getFirst().accept(Map.of("cloudProvider", "memory", "stack", "web", "mem", 64));

    assertThat(settings)
        .isEqualTo(
            Map.of(
                "clusters", List.of(Map.of("cloudProvider", "memory", "stack", "web", "mem", 64))));
  }

  private EntriesForm form(Map<String, Object> written) {
    return new EntriesForm(
        written,
        Map.of("memory", "Memory"),
        (entry, change) -> {
          parts.add(change);
          return new Span("part");
        },
        all -> settings = all);
  }

  @SuppressWarnings("unchecked")
  private static Select<String> strategy(Component form) {
    return find(form, Select.class, select -> true);
  }

  private static Button button(Component form, String text) {
    return find(form, Button.class, button -> button.getText().equals(text));
  }

  private static <T extends Component> T find(Component in, Class<T> type, Predicate<T> which) {
    return all(in).filter(type::isInstance).map(type::cast).filter(which).findFirst().orElseThrow();
  }

  private static Stream<Component> all(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(EntriesFormTests::all));
  }
}
