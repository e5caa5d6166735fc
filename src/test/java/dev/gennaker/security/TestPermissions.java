package dev.gennaker.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Permissions as an installation would grant them, without Spring. */
public final class TestPermissions {

  private TestPermissions() {}

  /** No application names roles of its own; these are the installation's. */
  public static Permissions granting(Map<Permission, Set<String>> grants) {
    return new Permissions(
        new StaticListableBeanFactory().getBeanProvider(ApplicationGrants.class),
        new SecuritySettings(List.of(), grants, null, null));
  }
}
