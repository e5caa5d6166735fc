package dev.gennaker.security;

import org.jspecify.annotations.Nullable;

/** Someone asked for what they may not do; says what would be needed and who can grant it. */
public final class NotPermitted extends RuntimeException {

  private final transient Actor actor;
  private final Permission permission;
  private final @Nullable String on;

  /**
   * @param on the application, or null where the whole installation is meant
   */
  public NotPermitted(Actor actor, Permission permission, @Nullable String on) {
    super(
        "%s needs %s on %s; an administrator can grant it to one of the roles %s"
            .formatted(
                actor.name(),
                permission,
                on == null ? "Gennaker" : "application " + on,
                actor.roles().stream().sorted().toList()));
    this.actor = actor;
    this.permission = permission;
    this.on = on;
  }

  public Actor actor() {
    return actor;
  }

  public Permission permission() {
    return permission;
  }

  /** The application it was asked for; null when the whole installation is meant. */
  public @Nullable String on() {
    return on;
  }
}
