package dev.gennaker.security;

import java.util.Map;
import java.util.Set;

/**
 * Says which roles an application itself names for each permission; the owner of applications
 * implements it.
 */
public interface ApplicationGrants {

  /**
   * Roles by permission; empty when the application is unknown or names none. Spinnaker's {@code
   * permissions} attribute.
   */
  Map<Permission, Set<String>> of(String application);
}
