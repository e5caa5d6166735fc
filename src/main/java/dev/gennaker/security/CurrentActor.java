package dev.gennaker.security;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who is at the edge right now, from the request's or the session's sign-in. */
@Component
public class CurrentActor {

  private static final String PREFIX = "ROLE_";

  private final ObjectProvider<SecurityContextHolderStrategy> strategies;

  /** The filters and this must look in the same place; the static holder is only the fallback. */
  CurrentActor(ObjectProvider<SecurityContextHolderStrategy> strategies) {
    this.strategies = strategies;
  }

  /**
   * @throws IllegalStateException where nobody is signed in: every edge must have asked before
   */
  public Actor get() {
    return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  /** The signed-in actor; empty for anonymous requests and outside any request. */
  public Optional<Actor> find() {
    Authentication authentication =
        strategies
            .getIfAvailable(SecurityContextHolder::getContextHolderStrategy)
            .getContext()
            .getAuthentication();
    if (authentication == null
        || !authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    return Optional.of(
        new Actor(
            authentication.getName(),
            authentication.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .filter(authority -> authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .collect(Collectors.toSet())));
  }
}
