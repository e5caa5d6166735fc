package dev.gennaker.judgment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The judgment table. */
@Component
class JudgmentRows {

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  JudgmentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when that attempt of the stage asked before; nothing is changed then. */
  boolean insert(Judgment judgment) {
    return jdbc.sql(
                """
                insert into judgment (id, execution_id, stage_id, attempt, application, pipeline,
                  stage_name, instructions, choices, roles, asked_by, asked_at, waiting)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true) on conflict do nothing
                """)
            .params(
                judgment.id(),
                judgment.executionId(),
                judgment.stageId(),
                judgment.attempt(),
                judgment.application(),
                judgment.pipeline(),
                judgment.stageName(),
                judgment.instructions(),
                json.writeValueAsString(judgment.choices()),
                json.writeValueAsString(judgment.roles()),
                judgment.askedBy(),
                time(judgment.askedAt()))
            .update()
        == 1;
  }

  /** False when it no longer waits; nothing is changed then. */
  boolean answer(String id, Verdict verdict) {
    return jdbc.sql(
                """
                update judgment set waiting = false, decision = ?, input = ?, reason = ?,
                  judged_by = ?, judged_at = ? where id = ? and waiting = true
                """)
            .params(
                verdict.decision().name(),
                verdict.input(),
                verdict.reason(),
                verdict.by(),
                time(verdict.at()),
                id)
            .update()
        == 1;
  }

  /** False when it no longer waits; nothing is changed then. */
  boolean withdraw(String executionId, String stageId, int attempt, Instant at) {
    return jdbc.sql(
                """
                update judgment set waiting = false, withdrawn_at = ?
                where execution_id = ? and stage_id = ? and attempt = ? and waiting = true
                """)
            .params(time(at), executionId, stageId, attempt)
            .update()
        == 1;
  }

  /** Oldest first. */
  List<Judgment> waiting() {
    return jdbc.sql("select * from judgment where waiting = true order by asked_at, id")
        .query(this::judgment)
        .list();
  }

  /** The one of the latest attempt. */
  Optional<Judgment> latest(String executionId, String stageId) {
    return jdbc.sql(
            "select * from judgment where execution_id = ? and stage_id = ? order by attempt desc limit 1")
        .params(executionId, stageId)
        .query(this::judgment)
        .optional();
  }

  private Judgment judgment(ResultSet row, int number) throws SQLException {
    return new Judgment(
        row.getString("id"),
        row.getString("execution_id"),
        row.getString("stage_id"),
        row.getInt("attempt"),
        row.getString("application"),
        row.getString("pipeline"),
        row.getString("stage_name"),
        row.getString("instructions"),
        json.readValue(row.getString("choices"), TEXTS),
        Set.copyOf(json.readValue(row.getString("roles"), TEXTS)),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        verdict(row),
        instant(row, "withdrawn_at"));
  }

  private static @Nullable Verdict verdict(ResultSet row) throws SQLException {
    Instant at = instant(row, "judged_at");
    return at == null
        ? null
        : new Verdict(
            Verdict.Decision.valueOf(row.getString("decision")),
            row.getString("input"),
            row.getString("reason"),
            row.getString("judged_by"),
            at);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
