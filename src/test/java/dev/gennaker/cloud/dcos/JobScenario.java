package dev.gennaker.cloud.dcos;

import dev.gennaker.cloud.Operation.RunJob;
import dev.gennaker.cloud.Progress;
import dev.gennaker.simulator.RequestLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests about jobs share. */
abstract class JobScenario extends DcosScenario {

  static final String CREATES = "/service/metronome/v1/jobs$";
  static final String STARTS = "/service/metronome/v1/jobs/[^/]+/runs$";

  static RunJob job(String id, String... labels) {
    return new RunJob("demo", "dcos-east", body(id, labels), true, false);
  }

  static Map<String, Object> body(String id, String... labels) {
    Map<String, Object> all = new HashMap<>(Map.of("SIM_RUN_SECONDS", "0"));
    for (int i = 0; i < labels.length; i += 2) {
      all.put(labels[i], labels[i + 1]);
    }
    return Map.of("general", Map.of("id", id, "cmd", "migrate", "mem", 32), "labels", all);
  }

  List<RequestLog.Entry> starts() {
    return cluster.requestLog().find("POST", STARTS);
  }

  static Map<String, Object> memory(Progress progress) {
    return ((Progress.Working) progress).memory();
  }
}
