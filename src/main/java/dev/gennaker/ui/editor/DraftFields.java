package dev.gennaker.ui.editor;

import dev.gennaker.execution.StagePreview;
import dev.gennaker.stage.Field;
import dev.gennaker.stage.Problem;
import dev.gennaker.ui.draft.Difference;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.draft.Questions;
import dev.gennaker.ui.fields.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one stage of a draft, or of the pipeline itself. */
final class DraftFields implements Fields {

  private final Desk desk;
  private final @Nullable String stage;

  /**
   * @param stage refId; null for the pipeline itself
   */
  DraftFields(Desk desk, @Nullable String stage) {
    this.desk = desk;
    this.stage = stage;
  }

  @Override
  public @Nullable JsonNode read(Path path) {
    return get(desk.document(), path);
  }

  @Override
  public @Nullable JsonNode saved(Path path) {
    return get(desk.draft().saved(), path);
  }

  @Override
  public void write(Path path, @Nullable JsonNode value, Field field) {
    String name = field.label().toLowerCase(Locale.ROOT);
    desk.attempt(
        () -> {
          desk.draft()
              .edit(
                  (before, after) -> label(name, get(before, path), get(after, path)),
                  Objects.requireNonNullElse(stage, "") + path,
                  document -> set(document, path, value));
          return true;
        });
  }

  @Override
  public List<Problem> problems(Path path) {
    String at = path.toString();
    return located().stream()
        .filter(
            l ->
                l.path().equals(at)
                    || l.path().startsWith(at + ".")
                    || l.path().startsWith(at + "["))
        .map(StageProblems.Located::problem)
        .toList();
  }

  @Override
  public List<Choice> choices(Field field, Path path) {
    List<Choice> ours = Holding.choices(path);
    if (!ours.isEmpty()) {
      return ours;
    }
    @Nullable JsonNode named = read(Path.of("application"));
    String application =
        stage == null || named == null ? desk.application() : named.asString(desk.application());
    return desk.services().suggestions().of(field, application, desk.actor());
  }

  @Override
  public List<StagePreview.Text> becomes(Path path) {
    return stage == null ? List.of() : desk.preview().texts(stage, path);
  }

  @Override
  public boolean mayAsk() {
    return stage != null;
  }

  @Override
  public void ask(Path path, Field field) {
    @Nullable String of = stage;
    if (of != null) {
      edit("ask for " + field.label(), d -> Questions.ask(d, of, path, field.key(), field.label()));
    }
  }

  @Override
  public void unask(Path path, Field field) {
    @Nullable String of = stage;
    @Nullable String parameter = dev.gennaker.ui.fields.FieldForm.parameterOf(read(path));
    if (of != null && parameter != null) {
      edit("fix " + field.label(), d -> Questions.unask(d, of, path, parameter));
    }
  }

  @Override
  public boolean editable() {
    return desk.editable();
  }

  private void edit(String label, java.util.function.UnaryOperator<Document> edit) {
    desk.attempt(
        () -> {
          desk.draft().edit(label, edit);
          return true;
        });
  }

  private List<StageProblems.Located> located() {
    @Nullable String of = stage;
    return of == null
        ? desk.problems().all().stream().filter(l -> l.stage() == null).toList()
        : desk.problems().ofStage(of);
  }

  private @Nullable JsonNode get(Document document, Path path) {
    return stage == null ? document.get(path) : document.get(stage, path);
  }

  private Document set(Document document, Path path, @Nullable JsonNode value) {
    Path target = path;
    @Nullable JsonNode written = Holding.written(path, value);
    if (path.equals(RunConditions.EXPRESSION)) {
      target = RunConditions.CONDITION;
      written = RunConditions.condition(value);
    }
    if (stage == null) {
      return document.with(target, written);
    }
    Document after = document.with(stage, target, written);
    @Nullable Path empty =
        written != null || path.steps().isEmpty()
            ? null
            : Holding.leftEmpty(path, get(after, Path.of(path.steps().getFirst())));
    return empty == null ? after : after.with(stage, empty, null);
  }

  private static String label(String name, @Nullable JsonNode before, @Nullable JsonNode after) {
    return Difference.detail(name, before, after);
  }
}
