package dev.gennaker.stage.preconditions;

import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.preconditions.CheckPreconditions.Precondition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the child stage that checks one precondition; its expressions are evaluated there. */
final class PreconditionChild {

  private PreconditionChild() {}

  /**
   * @param written the precondition's context as the author wrote it
   */
  static ChildStage of(int index, Precondition precondition, Map<?, ?> written) {
    Map<String, Object> settings = new LinkedHashMap<>(precondition.context());
    settings.put("preconditionType", precondition.type());
    settings.put("failPipeline", !Boolean.FALSE.equals(precondition.failPipeline()));
    if (precondition.type().equals("expression")) {
      @Nullable Object source = written.get("expression");
      String text = source == null ? precondition.text("expression") : String.valueOf(source);
      String bare = Bare.of(text);
      settings.put("source", bare);
      settings.put("expression", "${" + bare + "}");
    } else if (precondition.type().equals("stageStatus")) {
      settings.put(
          "actualStatus",
          "${#stage('%s')['status'].toString()}"
              .formatted(precondition.text("stageName").replace("'", "''")));
    }
    return new ChildStage(
        "precondition" + (index + 1),
        "checkPrecondition",
        name(precondition, settings),
        List.of(),
        settings,
        false);
  }

  private static String name(Precondition precondition, Map<String, Object> settings) {
    Object source = settings.get("source");
    String name =
        source == null
            ? Words.of(Map.of("type", precondition.type(), "context", precondition.context()))
            : String.valueOf(source);
    return name.length() > 120 ? name.substring(0, 119) + "…" : name;
  }
}
