package dev.gennaker.stage.preconditions;

import dev.gennaker.stage.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of {@code checkPreconditions}. */
record CheckPreconditions(
    @Setting(help = "All are checked, at the same time; the stage goes on when all hold.")
        List<Precondition> preconditions) {

  CheckPreconditions(@Nullable List<Precondition> preconditions) {
    this.preconditions = preconditions == null ? List.of() : preconditions;
  }

  /**
   * One thing that must hold.
   *
   * @param failPipeline false stops only this branch of the pipeline
   * @param context what the type needs, see the stage's help
   */
  record Precondition(
      @Setting(
              required = true,
              kind = Setting.Kind.CHOICE,
              options = {"expression", "clusterSize", "stageStatus", "noop"})
          String type,
      @Setting(label = "Fail the pipeline", placeholder = "true") @Nullable Boolean failPipeline,
      @Nullable String cloudProvider,
      @Setting(
              help =
                  "`expression`, `failureMessage`; or `cluster`, `credentials`, `regions`,"
                      + " `comparison`, `expected`, `onlyEnabledServerGroups`; or `stageName`,"
                      + " `stageStatus`.")
          Map<String, Object> context) {

    Precondition(
        String type,
        @Nullable Boolean failPipeline,
        @Nullable String cloudProvider,
        @Nullable Map<String, Object> context) {
      this.type = type;
      this.failPipeline = failPipeline;
      this.cloudProvider = cloudProvider;
      this.context = context == null ? Map.of() : context;
    }

    /** A value of the context as text; empty where there is none. */
    String text(String key) {
      @Nullable Object value = context.get(key);
      return value == null ? "" : String.valueOf(value);
    }
  }
}
