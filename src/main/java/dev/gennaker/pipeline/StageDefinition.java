package dev.gennaker.pipeline;

import java.util.List;
import java.util.Map;

/**
 * One stage as written in a pipeline document.
 *
 * @param index where it stands in {@code $.stages}
 * @param refId unique in the pipeline; numbers are read as text
 * @param name what people call it; the type where it has none
 * @param requisites refIds of the stages it waits for; empty for a root
 * @param settings the whole stage object, the keys above included, as plain JSON values,
 *     expressions unevaluated
 */
public record StageDefinition(
    int index,
    String refId,
    String type,
    String name,
    List<String> requisites,
    Map<String, Object> settings) {

  public StageDefinition {
    requisites = List.copyOf(requisites);
  }
}
