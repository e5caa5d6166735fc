package dev.gennaker.ui.editor;

import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.Problem;
import dev.gennaker.ui.draft.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a document, by stage. */
final class StageProblems {

  private static final Pattern STAGE = Pattern.compile("\\$\\.stages\\[(\\d{1,9})](.*)");

  /**
   * A problem and where it is.
   *
   * @param stage refId; null for the pipeline itself
   * @param path below the stage or the document, e.g. {@code .waitTime}
   */
  record Located(@Nullable String stage, String path, Problem problem) {}

  static final StageProblems NONE = new StageProblems(List.of());

  private final List<Located> all;
  private final Map<String, List<Located>> byStage = new HashMap<>();

  private StageProblems(List<Located> all) {
    this.all = all;
    all.forEach(
        located ->
            byStage
                .computeIfAbsent(
                    located.stage() == null ? "" : located.stage(), _ -> new ArrayList<>())
                .add(located));
  }

  static StageProblems of(Document document, List<Problem> problems) {
    Map<Integer, String> refIds = new HashMap<>();
    for (StageDefinition stage : document.stages()) {
      refIds.put(stage.index(), stage.refId());
    }
    List<Located> located = new ArrayList<>();
    for (Problem problem : problems) {
      Matcher stage = STAGE.matcher(problem.path());
      located.add(
          stage.matches()
              ? new Located(refIds.get(Integer.valueOf(stage.group(1))), stage.group(2), problem)
              : new Located(null, problem.path().replaceFirst("^\\$", ""), problem));
    }
    located.sort(Comparator.comparing(l -> l.problem().severity()));
    return new StageProblems(List.copyOf(located));
  }

  /** Errors first. */
  List<Located> all() {
    return all;
  }

  List<Located> ofStage(String refId) {
    return byStage.getOrDefault(refId, List.of());
  }

  int errors(String refId) {
    return (int) ofStage(refId).stream().filter(l -> l.problem().isError()).count();
  }

  int warnings(String refId) {
    return ofStage(refId).size() - errors(refId);
  }

  long errors() {
    return all.stream().filter(l -> l.problem().isError()).count();
  }

  long warnings() {
    return all.size() - errors();
  }
}
