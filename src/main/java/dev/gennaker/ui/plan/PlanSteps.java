package dev.gennaker.ui.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each stage would do, in the order they would start. */
final class PlanSteps extends OrderedList {

  private final Map<String, ListItem> items = new HashMap<>();

  PlanSteps() {
    addClassName("plan-steps");
  }

  void show(List<Foreseen> stages) {
    removeAll();
    items.clear();
    for (Foreseen stage : stages) {
      ListItem item = new ListItem(head(stage));
      item.addClassName("plan-step");
      Dom.named(item, "plan-" + stage.step().refId());
      for (ExecutionPlan.Step one : stage.all()) {
        item.add(body(one, one != stage.step(), stage.all().size() == 1));
      }
      items.put(stage.step().refId(), item);
      add(item);
    }
  }

  /** Brings a stage into sight and marks it; null marks none. */
  void point(@Nullable String refId) {
    items.values().forEach(item -> item.removeClassName("on"));
    ListItem item = refId == null ? null : items.get(refId);
    if (item != null) {
      item.addClassName("on");
      item.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }
  }

  private static Div head(Foreseen stage) {
    @Nullable Duration after = stage.step().startsAfter();
    return Dom.div(
        "plan-head",
        StatusWord.shape(stage.status()),
        Dom.h3(stage.step().name()),
        Dom.span(stage.word(), "xs", "ink2"),
        Dom.span("", "grow"),
        Dom.span(
            after == null || after.isZero() ? "" : "after " + Words.age(after) + " of waiting",
            "xs",
            "ink2",
            "tn"));
  }

  private static Div body(ExecutionPlan.Step step, boolean child, boolean alone) {
    Div body = Dom.div("plan-body");
    Status status = Foreseen.statusOf(step.expected());
    if (child) {
      body.add(Dom.p(step.name(), "ink2"));
    }
    if (!step.reason().isEmpty()) {
      body.add(Dom.p(Words.sentence(step.reason()), status == Status.FAILED ? "fail" : "ink2"));
    }
    UnorderedList lines = new UnorderedList();
    for (PlanNotes.Effect effect : step.effects()) {
      lines.add(line(icon(effect.kind()), effect.text(), "does"));
    }
    for (String obstacle : step.obstacles()) {
      lines.add(line("triangle-alert", obstacle, "obstacle"));
    }
    if (lines.getComponentCount() > 0) {
      body.add(lines);
    } else if (step.reason().isEmpty() && alone && status == Status.TODO) {
      body.add(Dom.p("Changes nothing outside.", "ink3"));
    }
    return body;
  }

  private static ListItem line(String icon, String text, String kind) {
    ListItem line = new ListItem(new Icon(icon, "i14"), Dom.span(Words.sentence(text)));
    line.addClassName(kind);
    return line;
  }

  private static String icon(PlanNotes.Kind kind) {
    return switch (kind) {
      case CREATE -> "plus";
      case RESIZE -> "move-vertical";
      case ENABLE -> "toggle-right";
      case DISABLE -> "toggle-left";
      case DESTROY -> "trash-2";
      case TERMINATE -> "circle-x";
      case RUN -> "workflow";
      case ASK -> "user-check";
      case WAIT -> "hourglass";
      case OTHER -> "puzzle";
    };
  }
}
