package dev.gennaker.security;

import java.util.HashMap;
import java.util.Map;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The people of {@code gennaker.security.users}. */
@Component
class LocalUsers implements UserDetailsService {

  private final Map<String, SecuritySettings.User> byName = new HashMap<>();

  LocalUsers(SecuritySettings settings) {
    for (SecuritySettings.User user : settings.users()) {
      if (!user.password().matches("(?s)\\{[\\w.@-]+}.+")) {
        throw new UnusableUsers(
            "The password of user %s in gennaker.security.users is not encoded."
                .formatted(user.name()),
            "Put its encoding in front, for example {bcrypt}$2a$10$…; `htpasswd -nbBC 10 \"\" secret` prints one.");
      }
      if (byName.put(user.name(), user) != null) {
        throw new UnusableUsers(
            "gennaker.security.users names %s twice.".formatted(user.name()),
            "Keep one entry with all the roles.");
      }
    }
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    SecuritySettings.User user = byName.get(name);
    if (user == null) {
      throw new UsernameNotFoundException("no local user has that name");
    }
    return User.withUsername(user.name())
        .password(user.password())
        .roles(user.roles().toArray(String[]::new))
        .build();
  }
}
