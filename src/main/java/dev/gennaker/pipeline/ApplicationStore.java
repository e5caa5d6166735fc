package dev.gennaker.pipeline;

import dev.gennaker.security.Permission;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Applications in the database. */
@Component
@Transactional(readOnly = true)
class ApplicationStore {

  private final ApplicationRows applications;
  private final PipelineRows pipelines;

  ApplicationStore(ApplicationRows applications, PipelineRows pipelines) {
    this.applications = applications;
    this.pipelines = pipelines;
  }

  boolean exists(String name) {
    return applications.existsById(name);
  }

  Optional<Application> find(String name) {
    return applications.findById(name).map(ApplicationStore::toApplication);
  }

  /** In one session, so that asking for the permissions of each costs no query. */
  List<Application> list(Predicate<String> wanted) {
    return applications.findAllByOrderByName().stream()
        .filter(row -> wanted.test(row.name))
        .map(ApplicationStore::toApplication)
        .toList();
  }

  @Transactional
  Application save(String name, ObjectNode attributes, Instant at, String by) {
    ObjectNode kept = attributes.deepCopy();
    kept.remove("name");
    ApplicationRow row = applications.findById(name).orElseGet(ApplicationRow::new);
    row.name = name;
    row.attributes = Documents.write(kept);
    row.changedAt = at;
    row.changedBy = by;
    return toApplication(applications.saveAndFlush(row));
  }

  @Transactional
  void delete(String name) {
    pipelines.deleteAllInBatch(pipelines.findByApplicationOrderByDisplayOrderAscNameAsc(name));
    applications.deleteById(name);
  }

  private static Application toApplication(ApplicationRow row) {
    ObjectNode attributes = Documents.parse(row.attributes);
    return new Application(
        row.name, attributes, permissions(attributes.path("permissions")), row.changedAt);
  }

  private static Map<Permission, Set<String>> permissions(JsonNode written) {
    Map<Permission, Set<String>> permissions = new TreeMap<>();
    for (Permission permission : Permission.values()) {
      Set<String> roles = new LinkedHashSet<>();
      written.path(permission.name()).valueStream().forEach(role -> roles.add(role.asString("")));
      if (!roles.isEmpty()) {
        permissions.put(permission, roles);
      }
    }
    return permissions;
  }
}
