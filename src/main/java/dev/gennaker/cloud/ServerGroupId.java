package dev.gennaker.cloud;

/**
 * Addresses one server group.
 *
 * @param region where it runs: on DC/OS the cluster's name, with the Marathon group appended after
 *     an underscore, {@code dcos-east_shop}
 * @param name its name, e.g. {@code shop-web-prod-v012}
 */
public record ServerGroupId(String account, String region, String name) {

  @Override
  public String toString() {
    return account + ":" + region + ":" + name;
  }
}
