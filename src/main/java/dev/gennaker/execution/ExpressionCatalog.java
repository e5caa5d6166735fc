package dev.gennaker.execution;

import java.util.Arrays;
import java.util.List;

/** The functions of expressions, for people and for programs that help them write some. */
public final class ExpressionCatalog {

  /** The version of Spinnaker's evaluators that is spoken here. */
  public static final String VERSION = "v4";

  /**
   * A function.
   *
   * @param name without its {@code #}
   * @param parameters their names
   */
  public record Function(String name, List<String> parameters, String description) {}

  private static final String ALL =
      """
      alphanumerical(text): without anything but letters and digits
      toInt(value): as a whole number
      toFloat(value): as a number
      toBoolean(value): as true or false
      toBase64(text): as Base64
      fromBase64(text): the text behind Base64
      toJson(value): as JSON text
      readJson(text): JSON read
      readYaml(text): a YAML document read
      readAllYaml(text): all documents of a YAML text, as a list
      fromUrl(url): the text behind an allowed address
      jsonFromUrl(url): the JSON behind an allowed address, read
      yamlFromUrl(url): the YAML behind an allowed address, read
      propertiesFromUrl(url): the Java properties behind an allowed address, read
      stage(nameOrId): a stage of this run
      stageByRefId(refId): a stage of this run
      stageExists(nameOrId): whether the run has such a stage
      currentStage(): the stage whose expression this is
      currentUser(): who started the run
      judgment(stage): the input chosen in a manual judgment
      judgement(stage): the input chosen in a manual judgment
      deployedServerGroups(stages): server groups that these stages, or all, deployed; latest first
      triggerResolvedArtifact(name): an artifact of the trigger
      triggerResolvedArtifactByType(type): an artifact of the trigger
      resolvedArtifacts(): all artifacts of the trigger
      pipelineId(name): the id of a pipeline of this application
      pipelineIdOrNull(name): the same, null where there is none
      pipelineIdInApplication(name, application): the id of a pipeline of another application
      applicationMetadata(application): the attributes of an application
      doNotEval(value): its argument
      now(): this moment
      """;

  private static final List<Function> FUNCTIONS = ALL.lines().map(ExpressionCatalog::read).toList();

  private ExpressionCatalog() {}

  /** All there are, in the order of the documentation. */
  public static List<Function> functions() {
    return FUNCTIONS;
  }

  private static Function read(String line) {
    int open = line.indexOf('(');
    int close = line.indexOf("): ");
    String parameters = line.substring(open + 1, close);
    return new Function(
        line.substring(0, open),
        parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split(", ")),
        line.substring(close + 3));
  }
}
