package dev.gennaker.execution;

import java.util.Map;
import java.util.Optional;

/** What expressions may ask beyond their execution, on somebody's behalf. */
interface Outside {

  Optional<String> pipelineId(String application, String name);

  /** The attributes of an application. */
  Optional<Map<String, Object>> application(String name);

  /**
   * The text behind an address.
   *
   * @throws dev.gennaker.execution.expression.ExpressionFailed where it may not or cannot be read
   */
  String fetch(String url);
}
