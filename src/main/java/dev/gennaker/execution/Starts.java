package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Turns requests into executions. */
@Component
class Starts {

  private final StartCheck check;
  private final Permissions permissions;
  private final Journal journal;
  private final Headers headers;
  private final WorkQueue queue;
  private final EngineTransactions transactions;
  private final Clock clock;

  Starts(
      StartCheck check,
      Permissions permissions,
      Journal journal,
      Headers headers,
      WorkQueue queue,
      EngineTransactions transactions,
      Clock clock) {
    this.check = check;
    this.permissions = permissions;
    this.journal = journal;
    this.headers = headers;
    this.queue = queue;
    this.transactions = transactions;
    this.clock = clock;
  }

  String start(StartRequest request, Actor actor) {
    permissions.require(actor, Permission.EXECUTE, request.application());
    if (Boolean.parseBoolean(String.valueOf(request.trigger().get("dryRun")))) {
      throw new NotPossible("A dry run starts nothing; ask for its plan instead");
    }
    @Nullable Object correlation = request.trigger().get("correlationId");
    if (correlation != null) {
      var existing = journal.correlated(correlation.toString());
      if (existing.isPresent()) {
        return existing.get();
      }
    }
    Map<String, Object> trigger = check.trigger(request, actor);
    Instant now = clock.instant();
    String id = request.executionId() == null ? Ulid.at(now) : request.executionId();
    List<ExecutionEvent> first = List.of(created(request, trigger, actor, now));
    Run run = Run.of(id, first);
    boolean made =
        transactions.within(
            () -> {
              if (!journal.create(run, first)) {
                return false;
              }
              headers.remember(request.application());
              queue.add(id);
              return true;
            });
    return made || correlation == null ? id : journal.correlated(correlation.toString()).orElse(id);
  }

  static Created created(
      StartRequest request, Map<String, Object> trigger, Actor actor, Instant now) {
    return new Created(
        now,
        request.kind(),
        request.application(),
        request.name(),
        request.pipelineId(),
        request.revision(),
        trigger,
        actor,
        limits(request),
        Documents.stages(request.document()).stream().map(stage -> planned(stage, now)).toList());
  }

  private static PlannedStage planned(StageDefinition stage, Instant now) {
    Map<String, Object> settings = new LinkedHashMap<>(PlainJson.map(stage.settings()));
    return new PlannedStage(
        Ulid.at(now),
        stage.refId(),
        stage.type(),
        stage.name(),
        null,
        stage.requisites(),
        settings,
        false);
  }

  /** Ad-hoc tasks take no turns. */
  static Limits limits(StartRequest request) {
    ObjectNode document = request.document();
    if (request.pipelineId() == null) {
      return Limits.NONE;
    }
    long expiry = document.path("startTimeExpiry").asLong(0);
    return new Limits(
        document.path("limitConcurrent").asBoolean(false),
        Math.max(0, document.path("maxConcurrentExecutions").asInt(0)),
        document.path("keepWaitingPipelines").asBoolean(false),
        expiry == 0 ? null : Instant.ofEpochMilli(expiry));
  }
}
