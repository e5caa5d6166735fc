package dev.gennaker.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;

/** Takes an outside sign-in's roles from the first of the named claims that it carries. */
final class RolesFromClaims implements GrantedAuthoritiesMapper {

  private final List<String> claims;

  RolesFromClaims(List<String> claims) {
    this.claims = claims;
  }

  @Override
  public Collection<? extends GrantedAuthority> mapAuthorities(
      Collection<? extends GrantedAuthority> authorities) {
    Set<GrantedAuthority> mapped = new HashSet<>();
    for (GrantedAuthority authority : authorities) {
      if (authority instanceof OAuth2UserAuthority user) {
        mapped.add(authority);
        for (String role : roles(user.getAttributes())) {
          mapped.add(new SimpleGrantedAuthority("ROLE_" + role));
        }
      }
    }
    return mapped;
  }

  /** A claim may be a list, or one text with commas or spaces between the roles. */
  private List<String> roles(Map<String, Object> attributes) {
    for (String claim : claims) {
      Object value = find(attributes, claim);
      if (value instanceof Collection<?> many) {
        return many.stream().map(String::valueOf).toList();
      }
      if (value instanceof String text && !text.isBlank()) {
        return List.of(text.trim().split("[,\\s]+"));
      }
    }
    return List.of();
  }

  private static @Nullable Object find(Map<?, ?> attributes, String path) {
    Object exact = attributes.get(path);
    int dot = path.indexOf('.');
    if (exact != null || dot < 0) {
      return exact;
    }
    return attributes.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? find(inner, path.substring(dot + 1))
        : null;
  }
}
