package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.marathon.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** When a job runs by itself. */
record Schedule(
    String id,
    String cron,
    ZoneId zone,
    long deadlineSeconds,
    boolean forbid,
    boolean enabled,
    CronExpression times) {

  static Schedule read(JsonNode in) {
    Problems problems = new Problems();
    Schemas.SCHEDULE.check(in, "", problems);
    problems.refuse();
    String cron = Json.text(in, "cron", "");
    CronExpression times = null;
    ZoneId zone = ZoneId.of("UTC");
    try {
      times = CronExpression.parse("0 " + cron.strip());
    } catch (IllegalArgumentException e) {
      problems.add("/cron", "Can not read cron expression \"" + cron + "\"");
    }
    try {
      zone = ZoneId.of(Json.text(in, "timezone", "UTC"));
    } catch (DateTimeException e) {
      problems.add("/timezone", "No time zone found with this id: " + in.get("timezone"));
    }
    problems.refuse();
    if (times == null) {
      throw Refusal.of(422, "Object is not valid");
    }
    return new Schedule(
        Json.text(in, "id", ""),
        cron,
        zone,
        (long) Json.number(in, "startingDeadlineSeconds", 900),
        Json.text(in, "concurrencyPolicy", "ALLOW").equals("FORBID"),
        !in.has("enabled") || Json.bool(in, "enabled"),
        times);
  }

  /** Null when it never comes again. */
  @Nullable Instant next(Instant after) {
    ZonedDateTime next = times.next(after.atZone(zone));
    return next == null ? null : next.toInstant();
  }

  ObjectNode view(Instant now) {
    Instant next = next(now);
    return Json.object("id", id)
        .put("cron", cron)
        .put("timezone", zone.getId())
        .put("startingDeadlineSeconds", deadlineSeconds)
        .put("concurrencyPolicy", forbid ? "FORBID" : "ALLOW")
        .put("enabled", enabled)
        .put("nextRunAt", next == null ? null : JobRun.stamp(next));
  }
}
