package dev.gennaker.execution;

import dev.gennaker.execution.expression.Expressions;
import dev.gennaker.execution.expression.References.Reference;
import dev.gennaker.execution.expression.Similar;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Graph;
import dev.gennaker.pipeline.Parameter;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.StageCatalog;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What expressions of one stage of a document can name, as far as the document tells. */
final class KnownNames {

  /** Names there always are, or whose coming only the trigger knows. */
  private static final Set<String> ROOTS =
      Set.of(
          "execution",
          "trigger",
          "parameters",
          "buildInfo",
          "scmInfo",
          "deployedServerGroups",
          "templateVariables");

  /**
   * @param certain whether it can never work
   */
  record Missing(String what, String fix, boolean certain) {}

  private final ObjectNode document;
  private final List<StageDefinition> stages;
  private final StageDefinition stage;
  private final Graph graph;
  private final StageCatalog catalog;
  private @Nullable List<StageDefinition> upstream;
  private @Nullable Optional<Set<String>> roots;

  KnownNames(
      ObjectNode document,
      List<StageDefinition> stages,
      StageDefinition stage,
      Graph graph,
      StageCatalog catalog) {
    this.document = document;
    this.stages = stages;
    this.stage = stage;
    this.graph = graph;
    this.catalog = catalog;
  }

  /** Empty where it is there, or nobody can say. */
  Optional<Missing> missing(Reference reference) {
    String name = reference.name();
    return switch (reference.kind()) {
      case FUNCTION -> function(name);
      case PARAMETER -> parameter(name);
      case STAGE -> stage(name);
      case ROOT ->
          roots()
              .filter(known -> !known.contains(name))
              .map(
                  known ->
                      missing(
                          "Nothing is called %s: neither a setting of this stage nor what a stage"
                              + " before it puts out",
                          name,
                          known,
                          "Correct the name, or let a stage before this one put it out."));
    };
  }

  private static Optional<Missing> function(String name) {
    @Nullable String refused = ExecutionFunctions.REFUSED.get(name);
    if (refused != null) {
      return Optional.of(
          new Missing("#%s: %s".formatted(name, refused), "Change the expression.", false));
    }
    Set<String> functions = new TreeSet<>(Expressions.functions());
    functions.addAll(ExecutionFunctions.NAMES);
    return functions.contains(name)
        ? Optional.empty()
        : Optional.of(
            new Missing(
                "There is no function #" + name,
                Similar.to(name, functions)
                    .map("Did you mean #%s(…)?"::formatted)
                    .orElse("Use one of " + String.join(", ", functions) + "."),
                true));
  }

  /** A template may bring parameters that the document does not tell. */
  private Optional<Missing> parameter(String name) {
    List<String> declared = Documents.parameters(document).stream().map(Parameter::name).toList();
    return declared.contains(name) || document.has("template")
        ? Optional.empty()
        : Optional.of(
            missing(
                "The pipeline declares no parameter %s",
                name, declared, "Declare the parameter, or correct the name."));
  }

  private Optional<Missing> stage(String name) {
    boolean computed =
        stages.stream().anyMatch(each -> Expressions.concerns(each.name()))
            || name.matches("[0-9A-HJKMNP-TV-Z]{26}");
    if (computed
        || name.equals(stage.name())
        || isIncomplete()
        || upstream().stream().anyMatch(each -> each.name().equals(name))) {
      return Optional.empty();
    }
    boolean elsewhere = stages.stream().anyMatch(each -> each.name().equals(name));
    return Optional.of(
        elsewhere
            ? new Missing(
                "The stage %s does not run before this one".formatted(name),
                "Draw a line from it to this stage, or name another one.",
                false)
            : missing(
                "There is no stage called %s",
                name,
                stages.stream().map(StageDefinition::name).toList(),
                "Correct the name; it is read with regard to case."));
  }

  private static Missing missing(
      String what, String name, Collection<String> known, String otherwise) {
    return new Missing(
        what.formatted(name),
        Similar.to(name, known).map("Did you mean %s?"::formatted).orElse(otherwise),
        false);
  }

  /** Empty where some stage upstream may put out anything. */
  private Optional<Set<String>> roots() {
    Optional<Set<String>> known = roots == null ? gather() : roots;
    roots = known;
    return known;
  }

  private Optional<Set<String>> gather() {
    if (isIncomplete()) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>(ROOTS);
    names.addAll(stage.settings().keySet());
    if (stage.type().equals("evaluateVariables") && !putsOut(stage, names)) {
      return Optional.empty();
    }
    return upstream().stream().allMatch(before -> putsOut(before, names))
        ? Optional.of(names)
        : Optional.empty();
  }

  /** Whether something before it is not in the document, which is another check's business. */
  private boolean isIncomplete() {
    Set<String> refIds =
        stages.stream().map(StageDefinition::refId).collect(Collectors.toUnmodifiableSet());
    return Stream.concat(Stream.of(stage), upstream().stream())
        .anyMatch(each -> !refIds.containsAll(each.requisites()));
  }

  private boolean putsOut(StageDefinition before, Set<String> names) {
    Optional<Set<String>> outputs =
        catalog.find(before.type()).flatMap(type -> type.outputs(before.settings()));
    outputs.ifPresent(names::addAll);
    return outputs.isPresent();
  }

  private List<StageDefinition> upstream() {
    List<StageDefinition> found = upstream;
    if (found == null) {
      Set<String> refIds = graph.upstream(stage.refId());
      found = stages.stream().filter(each -> refIds.contains(each.refId())).toList();
      upstream = found;
    }
    return found;
  }
}
