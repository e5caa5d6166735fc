package dev.gennaker.ui.editor;

import com.vaadin.flow.component.UI;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.StagePreview;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.editor.Previews.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of the stage that is shown would have become in one run, the latest unless
 * somebody chose another. A page waits for it a moment; what takes longer is shown when it is
 * there.
 */
final class Preview {

  private static final long PATIENCE_MILLIS = 80;

  private record Question(String run, Document document, String stage) {}

  private final Previews previews;
  private final Draft draft;
  private final Actor actor;
  private Runnable arrived = () -> {};
  private Runnable chose = () -> {};
  private List<PastRun> runs = List.of();
  private volatile @Nullable PastRun run;
  private boolean chosen;
  private @Nullable Question asked;
  private @Nullable Question answered;
  private Answer answer = new Answer(StagePreview.NOTHING, "");
  private boolean underWay;

  Preview(Previews previews, Draft draft, Actor actor) {
    this.previews = previews;
    this.draft = draft;
    this.actor = actor;
    load();
  }

  /**
   * @param arrived called when there is something else to show
   * @param chose called when a person chose a run
   */
  void listen(Runnable arrived, Runnable chose) {
    this.arrived = arrived;
    this.chose = chose;
  }

  /** The latest runs, newest first, with the one in use among them. */
  List<PastRun> runs() {
    return runs;
  }

  /** The run in use; null where there is none. */
  @Nullable PastRun run() {
    return run;
  }

  /** The id of the run a person chose; empty while it is the latest there was. */
  String choice() {
    PastRun now = run;
    return chosen && now != null ? now.id() : "";
  }

  void choose(PastRun wanted) {
    run = wanted;
    chosen = true;
    chose.run();
    arrived.run();
  }

  /** Chooses by id; what is no run of this pipeline changes nothing. */
  void choose(String id) {
    if (!id.equals(choice())) {
      previews
          .find(id, pipeline(), actor)
          .ifPresent(
              found -> {
                run = found;
                chosen = true;
                load();
              });
    }
  }

  /** Whether an event may change what is shown; called by any thread. */
  boolean minds(ExecutionChanged event) {
    PastRun now = run;
    return event.application().equals(pipeline().application())
        && (event.version() <= 2
            || event.status().isComplete()
            || now != null && now.id().equals(event.executionId()));
  }

  /** Looks again at the runs; what one that goes on has put out is new. */
  void look() {
    PastRun before = run;
    load();
    PastRun now = run;
    if (now != null && (!now.equals(before) || !now.status().isComplete())) {
      asked = null;
    }
    arrived.run();
  }

  /** What is known of the stage's settings by now; what changed meanwhile is left out. */
  List<StagePreview.Text> texts(String stage, Path below) {
    ask(stage);
    List<Object> steps = below.steps();
    Question of = answered;
    return of == null || !of.stage().equals(stage)
        ? List.of()
        : answer.preview().texts().stream()
            .filter(text -> text.path().size() >= steps.size())
            .filter(text -> text.path().subList(0, steps.size()).equals(steps))
            .filter(text -> isStill(stage, text))
            .toList();
  }

  /** What came of the stage's preview, by now. */
  Answer answer(String stage) {
    ask(stage);
    Question of = answered;
    return of != null && of.stage().equals(stage) ? answer : new Answer(StagePreview.NOTHING, "");
  }

  private void ask(String stage) {
    PastRun against = run;
    Question question =
        against == null ? null : new Question(against.id(), draft.document(), stage);
    if (question == null || question.equals(asked)) {
      return;
    }
    asked = question;
    if (!concerns(question)) {
      take(question, new Answer(StagePreview.NOTHING, ""));
    } else if (!underWay) {
      work(question);
    }
  }

  private void work(Question question) {
    CompletableFuture<Answer> work =
        previews.preview(question.run(), question.document(), question.stage(), actor);
    try {
      take(question, work.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException later) {
      underWay = true;
      UI page = UI.getCurrent();
      var _ = work.whenComplete((answer, failed) -> page.access(() -> late(question, answer)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** One at a time: what was asked meanwhile is looked at only now. */
  private void late(Question question, @Nullable Answer answer) {
    underWay = false;
    if (answer != null) {
      take(question, answer);
    }
    Question next = asked;
    if (next != null && !next.equals(question)) {
      work(next);
    }
    arrived.run();
  }

  private void take(Question question, Answer answer) {
    this.answered = question;
    this.answer = answer;
  }

  private boolean isStill(String stage, StagePreview.Text text) {
    var now = draft.document().get(stage, new Path(text.path()));
    return now != null && now.isString() && now.stringValue().equals(text.written());
  }

  private static boolean concerns(Question question) {
    String settings = Objects.toString(question.document().get(question.stage(), Path.ROOT), "");
    return settings.contains("${") || settings.contains("\"stageEnabled\"");
  }

  private void load() {
    List<PastRun> latest = new ArrayList<>(previews.latest(pipeline(), actor));
    PastRun now = run;
    if (now == null) {
      run = latest.isEmpty() ? null : latest.getFirst();
    } else {
      latest.stream()
          .filter(each -> each.id().equals(now.id()))
          .findFirst()
          .ifPresentOrElse(each -> run = each, () -> latest.add(now));
    }
    runs = List.copyOf(latest);
  }

  private Pipeline pipeline() {
    return draft.base();
  }
}
