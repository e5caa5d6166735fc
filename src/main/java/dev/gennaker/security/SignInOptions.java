package dev.gennaker.security;

import java.util.List;

/**
 * How people may sign in here.
 *
 * @param local whether there are users with passwords of our own
 * @param providers where else they may sign in
 * @param hint a sentence for the sign-in page; empty for none
 */
public record SignInOptions(boolean local, List<Provider> providers, String hint) {

  /**
   * An OIDC or OAuth 2 provider.
   *
   * @param path where the sign-in there begins, relative to the root
   */
  public record Provider(String name, String path) {}

  /** Whether anybody can sign in at all. */
  public boolean any() {
    return local || !providers.isEmpty();
  }
}
