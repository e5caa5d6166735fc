package dev.gennaker.ui.editor;

import static dev.gennaker.ui.editor.RunConditions.field;

import dev.gennaker.stage.Field;
import dev.gennaker.stage.Setting.Kind;
import java.util.List;

/** The settings of a pipeline itself, as fields. */
final class PipelineFields {

  static final List<Field> ABOUT =
      List.of(
          new Field(
              "name", "Name", "", true, Kind.TEXT, "", null, null, List.of(), "", List.of(), false),
          field("description", "Description", "", Kind.MARKDOWN, "What is this pipeline for?"));

  static final List<Field> RUNS =
      List.of(
          field("disabled", "Nobody can start it", "", Kind.FLAG, ""),
          field(
              "limitConcurrent",
              "One run at a time",
              "Further starts wait until the run before them has ended.",
              Kind.FLAG,
              ""),
          field(
              "maxConcurrentExecutions",
              "Most runs at a time",
              "Counts where more than one is allowed; 0 for as many as there are.",
              Kind.NUMBER,
              "0",
              "runs"),
          field(
              "keepWaitingPipelines",
              "Keep every waiting run",
              "Otherwise only the newest waits and the others are called off.",
              Kind.FLAG,
              ""));

  private static final List<Field> OPTION = List.of(field("value", "Value", "", Kind.TEXT, ""));

  static final List<Field> PARAMETERS =
      List.of(
          many(
              "parameterConfig",
              "Parameters",
              List.of(
                  new Field(
                      "name",
                      "Name",
                      "Read as ${parameters.name}.",
                      true,
                      Kind.TEXT,
                      "",
                      null,
                      null,
                      List.of(),
                      "",
                      List.of(),
                      false),
                  field("label", "Label", "", Kind.TEXT, "the name"),
                  field("description", "Description", "", Kind.TEXT, ""),
                  field("default", "Default", "", Kind.TEXT, "none"),
                  field("required", "Must be given", "", Kind.FLAG, ""),
                  field("pinned", "Shown in the list of runs", "", Kind.FLAG, ""),
                  field("hasOptions", "Only certain values", "", Kind.FLAG, ""),
                  many("options", "Values", OPTION))));

  private PipelineFields() {}

  private static Field many(String key, String label, List<Field> members) {
    return new Field(
        key, label, "", false, Kind.JSON, "", null, null, List.of(), "", members, true);
  }
}
