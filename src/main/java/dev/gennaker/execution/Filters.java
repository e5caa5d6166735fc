package dev.gennaker.execution;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a list of executions is narrowed to, as SQL that reads no more rows than it shows: one
 * select for each value of the column that leads, because only then does every database walk its
 * index in the order of the list.
 */
final class Filters {

  private final Map<String, Collection<String>> among = new LinkedHashMap<>();
  private final @Nullable String lead;
  private @Nullable OffsetDateTime before;
  private String beforeId = "";

  private Filters(Map<String, Collection<String>> among, @Nullable String lead) {
    this.among.putAll(among);
    this.lead = lead;
  }

  /** One select and its values. */
  record Select(String sql, List<Object> params) {}

  /**
   * @param applications those that may be listed; null for any
   */
  static Filters of(ExecutionQuery query, @Nullable Collection<String> applications) {
    Map<String, Collection<String>> among = new LinkedHashMap<>();
    if (!query.pipelineIds().isEmpty()) {
      among.put("pipeline_id", query.pipelineIds());
    }
    if (!query.statuses().isEmpty()) {
      among.put("status", query.statuses().stream().map(Enum::name).toList());
    }
    if (query.application() != null) {
      among.put("application", List.of(query.application()));
    } else if (applications != null) {
      among.put("application", applications);
    }
    if (query.kind() != null) {
      among.put("kind", List.of(query.kind().name()));
    }
    return new Filters(among, lead(query, among));
  }

  /** Few are active at a time, and few belong to one pipeline; kinds are too many. */
  private static @Nullable String lead(
      ExecutionQuery query, Map<String, Collection<String>> among) {
    boolean active =
        !query.statuses().isEmpty()
            && query.statuses().stream().noneMatch(ExecutionStatus::isComplete);
    return active
        ? "status"
        : among.containsKey("pipeline_id")
            ? "pipeline_id"
            : among.containsKey("application") ? "application" : null;
  }

  void olderThan(OffsetDateTime createdAt, String id) {
    before = createdAt;
    beforeId = id;
  }

  List<Select> selects(int limit) {
    if (lead == null) {
      return List.of(select(null, limit));
    }
    return among.getOrDefault(lead, List.of()).stream().map(v -> select(v, limit)).toList();
  }

  private Select select(@Nullable String leading, int limit) {
    StringBuilder sql = new StringBuilder("select * from execution where 1 = 1");
    List<Object> params = new ArrayList<>();
    if (lead != null && leading != null) {
      sql.append(" and ").append(lead).append(" = ?");
      params.add(leading);
    }
    among.forEach(
        (column, values) -> {
          if (!column.equals(lead)) {
            sql.append(" and ").append(column).append(values.isEmpty() ? " is null" : " in (");
            sql.append(values.stream().map(value -> "?").collect(Collectors.joining(", ")));
            sql.append(values.isEmpty() ? "" : ")");
            params.addAll(values);
          }
        });
    if (before != null) {
      // Not a comparison of rows: H2 would not use its index for that.
      sql.append(" and created_at <= ? and (created_at < ? or id < ?)");
      params.addAll(List.of(before, before, beforeId));
    }
    sql.append(" order by ").append(lead == null ? "" : lead + ", ");
    sql.append("created_at desc, id desc limit ?");
    params.add(limit);
    return new Select(sql.toString(), params);
  }
}
