package dev.gennaker.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code gennaker.security}: local users and the installation's grants.
 *
 * @param users people who sign in with a password of our own; empty where OIDC does it
 * @param grants roles by permission, for applications that name none themselves
 */
@ConfigurationProperties("gennaker.security")
record SecuritySettings(List<User> users, Map<Permission, Set<String>> grants) {

  SecuritySettings(
      @org.jspecify.annotations.Nullable List<User> users,
      @org.jspecify.annotations.Nullable Map<Permission, Set<String>> grants) {
    this.users = users == null ? List.of() : List.copyOf(users);
    this.grants = grants == null ? Map.of() : Map.copyOf(grants);
  }

  /**
   * @param password encoded, with its scheme in front, e.g. {@code {bcrypt}$2a$…}
   */
  record User(String name, String password, Set<String> roles) {
    @Override
    public String toString() {
      return "User[" + name + ", roles=" + roles + "]";
    }
  }
}
