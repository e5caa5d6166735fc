package dev.gennaker.security;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Closed unless granted: an application's own grants count; where it names none, the installation's
 * ({@code gennaker.security.grants}); administrators may everything.
 */
@Service
public class Permissions {

  private final ObjectProvider<ApplicationGrants> applications;
  private final SecuritySettings settings;

  Permissions(ObjectProvider<ApplicationGrants> applications, SecuritySettings settings) {
    this.applications = applications;
    this.settings = settings;
  }

  /**
   * Whether the actor may do this with the application; null asks for the installation's own
   * grants.
   */
  public boolean allows(Actor actor, Permission permission, @Nullable String application) {
    if (actor.isAdmin()) {
      return true;
    }
    Map<Permission, Set<String>> own =
        application == null
            ? Map.of()
            : applications.stream()
                .map(grants -> grants.of(application))
                .filter(grants -> !grants.isEmpty())
                .findFirst()
                .orElse(Map.of());
    Map<Permission, Set<String>> granted = own.isEmpty() ? settings.grants() : own;
    return actor.hasAnyOf(granted.getOrDefault(permission, Set.of()))
        || (permission == Permission.JUDGE
            && actor.hasAnyOf(granted.getOrDefault(Permission.EXECUTE, Set.of())));
  }

  /**
   * For what belongs to the whole installation.
   *
   * @throws NotPermitted unless the actor is an administrator
   */
  public void requireAdmin(Actor actor) {
    if (!actor.isAdmin()) {
      throw new NotPermitted(actor);
    }
  }

  /**
   * @throws NotPermitted unless {@link #allows}
   */
  public void require(Actor actor, Permission permission, @Nullable String application) {
    if (!allows(actor, permission, application)) {
      throw new NotPermitted(actor, permission, application);
    }
  }
}
