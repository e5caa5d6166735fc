package dev.gennaker.cloud.dcos.marathon;

import dev.gennaker.cloud.ServerGroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Marathon ids and server groups correspond. Below an account's folder the id is {@code
 * /account[/group]/name} and the region {@code cluster[_group]}, as in Spinnaker. An id elsewhere
 * belongs to the first account and has an empty part first: {@code /infra/kafka} is in region
 * {@code cluster__infra}, {@code /kafka} in {@code cluster_}.
 */
public final class Addresses {

  private static final Pattern PART = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

  private Addresses() {}

  /**
   * An app's place.
   *
   * @param group the folder below the account, or with a leading slash below the root; empty for
   *     none
   */
  public record Address(ServerGroupId id, String group) {}

  /**
   * Where an app belongs.
   *
   * @param accounts those of the cluster, in the order configured; never empty
   */
  public static Address of(String cluster, List<String> accounts, String appId) {
    List<String> parts = List.of(appId.substring(1).split("/"));
    String name = parts.getLast();
    boolean owned = parts.size() > 1 && accounts.contains(parts.getFirst());
    List<String> group = parts.subList(owned ? 1 : 0, parts.size() - 1);
    String account = owned ? parts.getFirst() : accounts.getFirst();
    String region = cluster + (owned ? "" : "_");
    for (String part : group) {
      region += "_" + part;
    }
    String folder = String.join("/", group);
    return new Address(
        new ServerGroupId(account, region, name),
        owned || folder.isEmpty() ? folder : "/" + folder);
  }

  /** The cluster of a region in either spelling. */
  public static String cluster(String region) {
    return region.split("[_/]", 2)[0];
  }

  /** The region with underscores, as it is kept. */
  public static String safe(String region) {
    return region.replace('/', '_');
  }

  /** The folder an account's region stands for, without a slash at its end; the root is empty. */
  public static String folder(String account, String region) {
    String rest = safe(region).substring(cluster(region).length());
    boolean absolute = rest.equals("_") || rest.startsWith("__");
    List<String> parts = new ArrayList<>(absolute ? List.of() : List.of(account));
    for (String part : rest.split("_")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? "" : "/" + String.join("/", parts);
  }

  /** The Marathon id of a server group; empty when no app can have such an id. */
  public static Optional<String> appId(ServerGroupId id) {
    if (!PART.matcher(id.name()).matches()) {
      return Optional.empty();
    }
    String path = folder(id.account(), id.region()) + "/" + id.name();
    for (String part : path.substring(1).split("/", -1)) {
      if (!PART.matcher(part).matches()) {
        return Optional.empty();
      }
    }
    return Optional.of(path);
  }
}
