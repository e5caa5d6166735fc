package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Operation.RunJob;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.dcos.definition.JobBuilder;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.JobRun;
import dev.gennaker.cloud.dcos.marathon.Metronome;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What is told of a run: outputs, or why it failed. */
record Ended(RunJob operation, Metronome metronome, String id, LastLines lines) {

  private static final Pattern EXIT = Pattern.compile("exited with status (\\d+)");

  Map<String, Object> outputs(JobRun run, String status) {
    Map<String, Object> outputs = new HashMap<>();
    outputs.put("account", operation.account());
    outputs.put("region", operation.region());
    outputs.put("jobId", id);
    outputs.put("runId", run.id());
    outputs.put("status", status);
    JsonNode definition = JobBuilder.build(operation.definition()).path("run");
    String image =
        definition
            .path("docker")
            .path("image")
            .asString(definition.path("ucr").path("image").path("id").asString(""));
    if (!image.isEmpty()) {
      outputs.put("image", image);
    }
    return outputs;
  }

  Progress.Failed failure(JobRun run, String task) {
    Map<String, Object> evidence = outputs(run, "FAILED");
    Set<String> tasks = new LinkedHashSet<>(run.tasks());
    if (!task.isEmpty()) {
      tasks.add(task);
    }
    if (tasks.isEmpty()) {
      return new Progress.Failed(
          "Job %s never started on %s: no agent fitted it in time, or somebody stopped it. Ask for less, or free resources."
              .formatted(id, metronome.cluster()),
          true,
          evidence);
    }
    evidence.put("tasks", tasks.stream().toList());
    String said = words(tasks);
    Matcher exit = EXIT.matcher(said);
    if (exit.find()) {
      evidence.put("exitCode", Integer.parseInt(exit.group(1)));
    }
    if (!said.isEmpty()) {
      evidence.put("message", said);
    }
    lines
        .of(metronome.cluster(), tasks.stream().toList().getLast())
        .ifPresent(last -> evidence.put(LastLines.EVIDENCE, last));
    return new Progress.Failed(
        "Job %s failed on %s: %s. See what it wrote (run %s)."
            .formatted(
                id,
                metronome.cluster(),
                said.isEmpty() ? "nobody can say why" : said.replaceAll("\\.+$", ""),
                run.id()),
        true,
        evidence);
  }

  /** That nobody may ask Mesos costs the reason, not the result. */
  private String words(Set<String> tasks) {
    try {
      return metronome.lastWords(tasks).orElse("");
    } catch (DcosFault fault) {
      return "";
    }
  }
}
