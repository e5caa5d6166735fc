package dev.gennaker.ui.editor;

import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a stage's failure does: the three flags Spinnaker writes, as one choice. */
enum OnFailure {
  STOP_ALL("The run fails at once", "Other branches are called off.", true, false, false),
  STOP_BRANCH(
      "This branch ends, the run does not fail for it",
      "What waits for this stage is not reached; other branches go on, and the run may succeed.",
      false,
      false,
      false),
  FAIL_AT_END(
      "This branch ends, the run fails once the others are done",
      "Other branches go on to their ends first.",
      false,
      false,
      true),
  GO_ON("The run goes on as if it had succeeded", "The failure stays visible.", false, true, false);

  private final String label;
  private final String detail;
  private final boolean failPipeline;
  private final boolean continuePipeline;
  private final boolean completeOthers;

  OnFailure(
      String label,
      String detail,
      boolean failPipeline,
      boolean continuePipeline,
      boolean completeOthers) {
    this.label = label;
    this.detail = detail;
    this.failPipeline = failPipeline;
    this.continuePipeline = continuePipeline;
    this.completeOthers = completeOthers;
  }

  String label() {
    return label;
  }

  String detail() {
    return detail;
  }

  static OnFailure of(Document document, String stage) {
    if (flag(document, stage, "continuePipeline", false)) {
      return GO_ON;
    }
    if (flag(document, stage, "failPipeline", true)) {
      return STOP_ALL;
    }
    return flag(document, stage, "completeOtherBranchesThenFail", false)
        ? FAIL_AT_END
        : STOP_BRANCH;
  }

  Document in(Document document, String stage) {
    return document
        .with(stage, Path.of("failPipeline"), json(failPipeline))
        .with(stage, Path.of("continuePipeline"), json(continuePipeline))
        .with(stage, Path.of("completeOtherBranchesThenFail"), json(completeOthers));
  }

  private static boolean flag(Document document, String stage, String key, boolean standard) {
    @Nullable JsonNode value = document.get(stage, Path.of(key));
    return value == null ? standard : value.asBoolean(standard);
  }

  private static JsonNode json(boolean value) {
    return JsonMapper.shared().valueToTree(value);
  }
}
