package dev.gennaker.stage.clone;

import dev.gennaker.cloud.ServerGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entry of a deploy that makes a copy: what runs, with what the settings say otherwise. */
final class Blueprint {

  private final Map<String, Object> entry;

  private Blueprint(Map<String, Object> copy) {
    this.entry = new HashMap<>(copy);
  }

  /**
   * @param copy the provider's body that makes another one like it
   */
  static Map<String, Object> of(
      ServerGroup source,
      Map<String, Object> copy,
      String account,
      String region,
      CloneServerGroup settings) {
    Blueprint blueprint = new Blueprint(copy);
    blueprint.put("cloudProvider", source.provider());
    blueprint.put("account", account);
    blueprint.put("region", region);
    blueprint.put("application", or(settings.application(), source.moniker().app()));
    blueprint.put("stack", or(settings.stack(), source.moniker().stack()));
    blueprint.put("freeFormDetails", or(settings.freeFormDetails(), source.moniker().detail()));
    blueprint.put("capacity", capacity(source, settings));
    blueprint.put("imageId", or(settings.imageId(), null));
    blueprint.put("docker", settings.docker());
    blueprint.put("env", settings.env());
    blueprint.put("labels", settings.labels());
    blueprint.strategy(settings);
    return blueprint.entry;
  }

  private void strategy(CloneServerGroup settings) {
    put("strategy", settings.strategy());
    put("maxRemainingAsgs", settings.maxRemainingAsgs());
    put("delayBeforeDisableSec", settings.delayBeforeDisableSec());
    put("delayBeforeCleanup", settings.delayBeforeCleanup());
    put("scaleDown", settings.scaleDown());
    put("delayBeforeScaleDownSec", settings.delayBeforeScaleDownSec());
    put("targetPercentages", settings.targetPercentages());
    put("pipelineBeforeCleanup", settings.pipelineBeforeCleanup());
    put("canarySteps", settings.canarySteps());
    put("strategyPipeline", settings.strategyPipeline());
    put("strategyApplication", settings.strategyApplication());
    put("pipelineParameters", settings.pipelineParameters());
    put("rollback", settings.rollback());
  }

  private void put(String key, @Nullable Object value) {
    if (value != null) {
      entry.put(key, value);
    }
  }

  /** One that is disabled has the size it had before. */
  private static Map<String, Object> capacity(ServerGroup source, CloneServerGroup settings) {
    Map<String, Object> own = settings.capacity();
    boolean given = own != null && own.get("desired") != null && !own.get("desired").equals("");
    return own != null && given && !Boolean.TRUE.equals(settings.useSourceCapacity())
        ? own
        : Map.of("desired", Objects.requireNonNullElse(source.rememberedSize(), source.desired()));
  }

  private static @Nullable String or(@Nullable String written, @Nullable String source) {
    return written == null || written.isBlank() ? source : written;
  }
}
