package dev.gennaker.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code gennaker.security}: local users and the installation's grants.
 *
 * @param users people who sign in with a password of our own; empty where OIDC does it
 * @param grants roles by permission, for applications that name none themselves
 * @param rolesClaim claims of a sign-in by OIDC that may hold its roles, the first one present
 *     counts; dots lead into objects ({@code realm_access.roles})
 * @param signInHint a sentence shown on the sign-in page; empty for none
 */
@ConfigurationProperties("gennaker.security")
record SecuritySettings(
    List<User> users,
    Map<Permission, Set<String>> grants,
    List<String> rolesClaim,
    String signInHint) {

  SecuritySettings(
      @Nullable List<User> users,
      @Nullable Map<Permission, Set<String>> grants,
      @Nullable List<String> rolesClaim,
      @Nullable String signInHint) {
    this.users = users == null ? List.of() : List.copyOf(users);
    this.grants = grants == null ? Map.of() : Map.copyOf(grants);
    this.rolesClaim = rolesClaim == null ? List.of("groups", "roles") : List.copyOf(rolesClaim);
    this.signInHint = signInHint == null ? "" : signInHint;
  }

  /**
   * @param password encoded, with its scheme in front, e.g. {@code {bcrypt}$2a$…}
   */
  record User(String name, String password, Set<String> roles) {

    User(String name, String password, @Nullable Set<String> roles) {
      this.name = name;
      this.password = password;
      this.roles = roles == null ? Set.of() : Set.copyOf(roles);
    }

    @Override
    public String toString() {
      return "User[" + name + ", roles=" + roles + "]";
    }
  }
}
