package dev.gennaker.stage.pipeline;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.Waiting;
import java.util.Map;

/** Does as it is told: {@code done}, {@code fail}, or {@code hold} until it is cancelled. */
class ToldStage implements StageType<ToldStage.Told> {

  record Told(String say) {}

  @Override
  public Outcome run(Told settings, StageContext context) {
    return switch (settings.say()) {
      case "done" -> Outcome.done(Map.of("told", "done"));
      case "hold" -> new Outcome.Held(Waiting.on("Told to hold"), null, Map.of());
      default -> Outcome.failed("told to fail");
    };
  }

  @Override
  public String type() {
    return "told";
  }

  @Override
  public String label() {
    return "Told";
  }

  @Override
  public String description() {
    return "Does as it is told.";
  }

  @Override
  public Category category() {
    return Category.FLOW;
  }

  @Override
  public String icon() {
    return "ear";
  }

  @Override
  public Class<Told> settings() {
    return Told.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "";
  }
}
