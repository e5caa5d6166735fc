package dev.gennaker.security;

import org.jspecify.annotations.Nullable;

/** Someone asked for what they may not do; says what would be needed and who can grant it. */
public final class NotPermitted extends RuntimeException {

  private final transient Actor actor;
  private final String needed;
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
    this.needed = permission.name();
    this.on = on;
  }

  /** What only administrators may. */
  NotPermitted(Actor actor) {
    super(
        "%s needs the role %s; an administrator can give it to %s"
            .formatted(actor.name(), Actor.ADMIN, actor.name()));
    this.actor = actor;
    this.needed = Actor.ADMIN;
    this.on = null;
  }

  public Actor actor() {
    return actor;
  }

  /** A {@link Permission}, or the role of administrators. */
  public String needed() {
    return needed;
  }

  /** The application it was asked for; null when the whole installation is meant. */
  public @Nullable String on() {
    return on;
  }
}
