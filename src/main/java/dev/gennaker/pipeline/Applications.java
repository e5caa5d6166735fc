package dev.gennaker.pipeline;

import dev.gennaker.security.Actor;
import dev.gennaker.security.ApplicationGrants;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Applications; every call checks what the actor may. Names are read without regard to case. */
@Service
public class Applications implements ApplicationGrants {

  private final ApplicationStore store;
  private final Permissions permissions;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Applications(
      ApplicationStore store,
      Permissions permissions,
      Clock clock,
      ApplicationEventPublisher events) {
    this.store = store;
    this.permissions = permissions;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Creates or changes one. The attributes replace the saved ones, {@code name} in them is ignored.
   * Creating needs WRITE on the installation, changing needs it on the application.
   *
   * @throws ApplicationInvalid for a name or attributes that cannot be
   */
  public Application save(String name, ObjectNode attributes, Actor actor) {
    String canonical = canonical(name);
    boolean known = store.exists(canonical);
    permissions.require(actor, Permission.WRITE, known ? canonical : null);
    ApplicationCheck.require(canonical, attributes);
    Application application;
    try {
      application = store.save(canonical, attributes, now(), actor.name());
    } catch (DataIntegrityViolationException e) {
      // Created by somebody else at the same moment: now it is a change.
      permissions.require(actor, Permission.WRITE, canonical);
      application = store.save(canonical, attributes, now(), actor.name());
    }
    events.publishEvent(new ApplicationSaved(canonical));
    return application;
  }

  /** What is wrong with an application; paths start at {@code $}, the attributes. */
  public List<Problem> check(String name, ObjectNode attributes) {
    return ApplicationCheck.problems(canonical(name), attributes);
  }

  /** Also for an application that is not there one needs READ, by the installation's grants. */
  public Optional<Application> find(String name, Actor actor) {
    String canonical = canonical(name);
    permissions.require(actor, Permission.READ, canonical);
    return store.find(canonical);
  }

  /** Those the actor may read, by name. */
  public List<Application> list(Actor actor) {
    return store.list(name -> permissions.allows(actor, Permission.READ, name));
  }

  /**
   * Removes one with its pipelines; executions and revisions stay as history.
   *
   * @throws NoSuchApplication when there is none
   */
  public void delete(String name, Actor actor) {
    String canonical = canonical(name);
    permissions.require(actor, Permission.WRITE, canonical);
    if (!store.exists(canonical)) {
      throw new NoSuchApplication(canonical);
    }
    store.delete(canonical);
    events.publishEvent(new ApplicationSaved(canonical));
  }

  @Override
  public Map<Permission, Set<String>> of(String application) {
    return store.find(canonical(application)).map(Application::permissions).orElse(Map.of());
  }

  static String canonical(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
