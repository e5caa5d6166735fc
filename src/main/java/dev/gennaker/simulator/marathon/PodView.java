package dev.gennaker.simulator.marathon;

import tools.jackson.databind.node.ObjectNode;

/** Pods as Marathon shows them. */
final class PodView {

  private PodView() {}

  static ObjectNode definition(AppSpec pod) {
    return pod.json(false);
  }
}
