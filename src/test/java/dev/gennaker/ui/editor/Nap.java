package dev.gennaker.ui.editor;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.Map;

/** A stage type whose headline fails on settings that hold {@code boom}. */
final class Nap implements StageType<Nap.Settings> {

  record Settings(int minutes) {}

  @Override
  public String type() {
    return "nap";
  }

  @Override
  public String label() {
    return "Nap";
  }

  @Override
  public String description() {
    return "Sleeps a while.";
  }

  @Override
  public Category category() {
    return Category.FLOW;
  }

  @Override
  public String icon() {
    return "timer";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    if (settings.containsKey("boom")) {
      throw new IllegalStateException("boom");
    }
    return "for a while";
  }

  @Override
  public Outcome run(Settings settings, StageContext context) {
    return Outcome.done();
  }
}
