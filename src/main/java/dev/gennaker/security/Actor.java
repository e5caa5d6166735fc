package dev.gennaker.security;

import java.util.Set;

/**
 * Somebody or something that acts: a signed-in person, a trigger, or Gennaker itself.
 *
 * @param name what people recognise them by; unique
 * @param roles the roles the sign-in or the directory gave them; {@link #ADMIN} may everything
 */
public record Actor(String name, Set<String> roles) {

  /** The role that may do everything. */
  public static final String ADMIN = "admin";

  /** Gennaker acting on its own account, for example when it resumes a run after a restart. */
  public static final Actor SYSTEM = new Actor("gennaker", Set.of(ADMIN));

  public Actor {
    roles = Set.copyOf(roles);
  }

  /** Whether this actor holds at least one of the roles; an administrator always does. */
  public boolean hasAnyOf(Set<String> wanted) {
    return isAdmin() || roles.stream().anyMatch(wanted::contains);
  }

  /** Whether this actor may do everything. */
  public boolean isAdmin() {
    return roles.contains(ADMIN);
  }
}
