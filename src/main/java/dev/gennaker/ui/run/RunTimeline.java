package dev.gennaker.ui.run;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.gennaker.execution.Execution;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The Gantt of an execution: solid works, hatched waits; the client moves its now-line. */
@Tag("run-timeline")
@JsModule("./run/run-timeline.ts")
final class RunTimeline extends Component {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private @Nullable Shown shown;
  private String selected = "";

  RunTimeline(Consumer<String> onSelect) {
    getElement()
        .addEventListener(
            "row-select",
            event -> onSelect.accept(event.getEventData().path("event.detail.id").asString("")))
        .addEventData("event.detail.id");
  }

  void show(Execution execution, List<TimelineRow> rows, Instant now) {
    shown =
        new Shown(
            millis(execution.startedAt()),
            millis(execution.endedAt()),
            now.toEpochMilli(),
            switch (execution.status()) {
              case SUCCEEDED -> "done";
              case CANCELED -> "cancelled";
              case NOT_STARTED, BUFFERED, RUNNING, PAUSED, SUSPENDED, SKIPPED -> "ended";
              case FAILED_CONTINUE, STOPPED, TERMINAL -> "failed";
            },
            rows);
    send();
  }

  void select(String stageId) {
    selected = stageId;
    if (isAttached()) {
      getElement().callJsFunction("mark", selected);
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    send();
    select(selected);
  }

  private void send() {
    if (isAttached() && shown != null) {
      getElement().callJsFunction("show", JSON.<tools.jackson.databind.JsonNode>valueToTree(shown));
    }
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private record Shown(
      @Nullable Long startedAt,
      @Nullable Long endedAt,
      long now,
      String endWord,
      List<TimelineRow> rows) {}
}
