package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.dcos.marathon.Label;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** The labels by which a definition tells whose it is, who made it, and for which operation. */
final class Marks {

  private Marks() {}

  static void put(ObjectNode app, Moniker moniker, String key, OnBehalf by, Clock clock) {
    ObjectNode labels = app.withObjectProperty("labels");
    labels.put(Label.APPLICATION, by.application().isEmpty() ? moniker.app() : by.application());
    labels.put(Label.CLUSTER, moniker.cluster());
    labels.put(Label.CREATED, clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    labels.put(Label.OPERATION, key);
    if (!by.user().isEmpty()) {
      labels.put(Label.USER, by.user());
    }
    if (!by.execution().isEmpty()) {
      labels.put(Label.EXECUTION, by.execution());
    }
  }
}
