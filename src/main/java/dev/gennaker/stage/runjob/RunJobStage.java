package dev.gennaker.stage.runjob;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.Waiting;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.Images;
import dev.gennaker.stage.operation.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs a program to its end, once, and ends as it ends. */
@Component
class RunJobStage implements StageType<RunJob> {

  private static final String PART = "job";
  private static final String SINCE = "propertyFileSince";
  private static final Duration LAG = Duration.ofSeconds(20);

  private final Operations operations;
  private final Clouds clouds;

  RunJobStage(Operations operations, Clouds clouds) {
    this.operations = operations;
    this.clouds = clouds;
  }

  @Override
  public String type() {
    return "runJob";
  }

  @Override
  public String label() {
    return "Run job";
  }

  @Override
  public String description() {
    return "Runs a program to its end, e.g. a migration or a test, and ends as it ends.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "square-terminal";
  }

  @Override
  public Class<RunJob> settings() {
    return RunJob.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    String id =
        Stream.of("general", "job", "manifest")
            .map(key -> settings.get(key) instanceof Map<?, ?> map ? map.get("id") : null)
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .findFirst()
            .orElse("?");
    return Stream.of("region", "dcosCluster", "namespace")
        .map(settings::get)
        .filter(Objects::nonNull)
        .map(region -> id + " in " + region)
        .findFirst()
        .orElse(id);
  }

  @Override
  public List<Problem> check(RunJob settings) {
    List<Problem> problems = new ArrayList<>();
    String account = given(settings.credentials());
    Optional<CloudProvider> provider = clouds.ofAccount(account);
    if (account.isEmpty()) {
      problems.add(
          Problem.error("$.credentials", "It says no account.", "Choose the account to act with."));
    } else if (provider.isEmpty()) {
      problems.add(
          Problem.warning(
              "$.credentials",
              "There is no account " + account + " here.",
              "Configure it, or choose another one, before this runs."));
    }
    if (given(settings.region()).isEmpty()) {
      problems.add(Problem.error("$.region", "It says no region.", "Choose where it runs."));
    }
    if (settings.schedule() != null) {
      problems.add(
          Problem.warning(
              "$.schedule",
              "The schedule is not used: the job runs when this stage does.",
              "Remove it; give the pipeline a trigger instead."));
    }
    String file = given(settings.propertyFile());
    if (!file.isEmpty() && !file.contains("${") && new PropertyFile(file).path().isEmpty()) {
      problems.add(
          Problem.error(
              "$.propertyFile",
              "%s lies outside the job's sandbox.".formatted(file),
              "Give a path below it, e.g. build.properties."));
    }
    Map<String, Object> body = JobBody.imageLater(JobBody.of(settings));
    provider.stream()
        .flatMap(known -> known.checkJob(body).stream())
        .map(fault -> Problem.error(fault.path(), fault.message(), fault.fix()))
        .forEach(problems::add);
    return problems;
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    if (written.get("propertyFile") instanceof String file && !file.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.concat(Progress.JOB_OUTPUTS.stream(), Stream.of("jobStatus", "completionDetails"))
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Outcome run(RunJob settings, StageContext context) {
    return operations.carryOut(
        PART,
        context,
        () -> decide(settings, context),
        outputs -> done(outputs, settings, context));
  }

  private Outcome done(Map<String, Object> outputs, RunJob settings, StageContext context) {
    Map<String, Object> told = told(outputs);
    String file = given(settings.propertyFile());
    if (file.isEmpty() || !settings.waits()) {
      return Outcome.done(told);
    }
    String location = given(settings.region()).replaceAll("[/_].*", "");
    String task = String.valueOf(outputs.getOrDefault("taskId", ""));
    return switch (new PropertyFile(file).read(clouds, location, task)) {
      case PropertyFile.Read.Values(Map<String, Object> values) -> {
        // What the platform tells of the job wins: nobody can write a run's own id.
        Map<String, Object> all = new HashMap<>(values);
        all.put("propertyFileContents", values);
        all.putAll(told);
        yield Outcome.done(all);
      }
      case PropertyFile.Read.NotYet(String why) -> later(why, context);
      case PropertyFile.Read.Unusable(String why) -> Outcome.failed(why);
    };
  }

  /** A sandbox may lag behind its task; a file that is not there after a while never was. */
  private static Outcome later(String why, StageContext context) {
    Instant since =
        context.memory().get(SINCE) instanceof String text ? Instant.parse(text) : context.now();
    return since.plus(LAG).isBefore(context.now())
        ? Outcome.failed(why)
        : new Outcome.LookAgain(
            Duration.ofSeconds(1),
            Waiting.on(why + " It is tried again."),
            Map.of(SINCE, since.toString()));
  }

  /** Also when it timed out. */
  @Override
  public void cancel(RunJob settings, StageContext context) {
    operations.callOff(PART, context);
  }

  private Decision decide(RunJob settings, StageContext context) {
    String region = given(settings.region()).replace('/', '_');
    Map<String, Object> body = JobBody.of(settings);
    return switch (Images.find(JobBody.imageSource(body), region, context)) {
      case Images.Missing(String reason) -> new Decision.Instead(Outcome.failed(reason));
      case Images.Found(Map<String, Object> image) ->
          Decision.act(
              new Operation.RunJob(
                  given(settings.credentials()),
                  region,
                  JobBody.with(body, image),
                  settings.waits(),
                  settings.keeps()));
    };
  }

  /** With what Spinnaker's expressions look for. */
  private static Map<String, Object> told(Map<String, Object> outputs) {
    Map<String, Object> all = new HashMap<>(outputs);
    boolean succeeded = "SUCCEEDED".equals(outputs.get("status"));
    Map<String, Object> details = new HashMap<>();
    details.put("successful", succeeded);
    for (String key : List.of("jobId", "runId", "taskId", "exitCode")) {
      if (outputs.containsKey(key)) {
        details.put(key, outputs.get(key));
      }
    }
    Map<String, Object> status = new HashMap<>();
    status.put("name", outputs.getOrDefault("jobId", ""));
    status.put("id", outputs.getOrDefault("runId", ""));
    status.put("account", outputs.getOrDefault("account", ""));
    status.put("location", outputs.getOrDefault("region", ""));
    status.put("jobState", succeeded ? "Succeeded" : "Running");
    status.put("completionDetails", details);
    all.put("completionDetails", details);
    all.put("jobStatus", status);
    return all;
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
