package dev.gennaker.cloud.dcos.settings;

import dev.gennaker.cloud.dcos.settings.DcosProperties.AccountEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.ClusterEntry;
import dev.gennaker.cloud.dcos.settings.DcosProperties.CredentialsEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration checked: what of it can be used, and one sentence for every mistake. A mistake
 * costs the cluster or account it is about, never another one.
 *
 * @param clusters by name, in the order configured
 */
public record Settings(
    Map<String, ClusterSettings> clusters,
    List<AccountSettings> accounts,
    Timing timing,
    List<String> mistakes) {

  private static final Pattern PART = Pattern.compile("[a-z0-9]+(-+[a-z0-9]+)*");
  private static final String PART_RULE =
      "must be lower case letters and digits with dashes inside";

  /** Reads and checks; does not talk to any cluster. */
  public static Settings of(DcosProperties properties) {
    List<String> mistakes = new ArrayList<>();
    Map<String, ClusterSettings> clusters = new LinkedHashMap<>();
    for (int i = 0; i < properties.clusters().size(); i++) {
      String at = "gennaker.dcos.clusters[" + i + "]";
      ClusterEntry entry = properties.clusters().get(i);
      try {
        ClusterSettings cluster = cluster(entry, at);
        if (clusters.putIfAbsent(cluster.name(), cluster) != null) {
          throw new Mistake(at + ".name: '" + cluster.name() + "' is taken; the first one counts.");
        }
      } catch (Mistake mistake) {
        mistakes.add(mistake.getMessage());
      }
    }
    Map<String, AccountSettings> accounts = new LinkedHashMap<>();
    for (int i = 0; i < properties.accounts().size(); i++) {
      String at = "gennaker.dcos.accounts[" + i + "]";
      try {
        AccountSettings account = account(properties.accounts().get(i), at, clusters, mistakes);
        if (accounts.putIfAbsent(account.name(), account) != null) {
          throw new Mistake(at + ".name: '" + account.name() + "' is taken; the first one counts.");
        }
      } catch (Mistake mistake) {
        mistakes.add(mistake.getMessage());
      }
    }
    for (String name : clusters.keySet()) {
      if (accounts.values().stream().noneMatch(a -> a.clusters().containsKey(name))) {
        mistakes.add(
            "gennaker.dcos.clusters: no account names '%s', so it is not read; add it to an account's clusters."
                .formatted(name));
      }
    }
    return new Settings(
        clusters, List.copyOf(accounts.values()), properties.timing(), List.copyOf(mistakes));
  }

  private static ClusterSettings cluster(ClusterEntry entry, String at) {
    String name = name(entry.name(), at);
    URI url = url(entry.dcosUrl(), at);
    return new ClusterSettings(
        name,
        url,
        path(entry.marathonPath(), at + ".marathonPath"),
        path(entry.metronomePath(), at + ".metronomePath"),
        balancers(entry.balancerUrl(), at + ".balancerUrl"),
        Trust.of(entry, at));
  }

  private static String balancers(String written, String at) {
    String url = written.replaceAll("/+$", "");
    if (!url.matches("https?://\\S+")) {
      throw new Mistake(
          at + ": '" + url + "' must be a URL such as http://{host}:{port}, the default.");
    }
    return url;
  }

  private static String path(String written, String at) {
    String path = written.replaceAll("/+$", "");
    if (!path.isEmpty() && !path.startsWith("/")) {
      throw new Mistake(at + ": '" + path + "' must start with a slash.");
    }
    return path;
  }

  private static URI url(@Nullable String written, String at) {
    String text = given(written);
    if (text == null) {
      throw new Mistake(at + ".dcosUrl: missing; give the Admin Router's base URL.");
    }
    try {
      URI url = URI.create(text.replaceAll("/+$", ""));
      if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new Mistake(
        at + ".dcosUrl: '" + text + "' is no http or https URL such as https://dcos.example.com.");
  }

  private static AccountSettings account(
      AccountEntry entry, String at, Map<String, ClusterSettings> known, List<String> mistakes) {
    String name = name(entry.name(), at);
    Map<String, Credentials> credentials = new LinkedHashMap<>();
    for (int i = 0; i < entry.clusters().size(); i++) {
      String below = at + ".clusters[" + i + "]";
      CredentialsEntry one = entry.clusters().get(i);
      try {
        if (one.name() == null || !known.containsKey(one.name())) {
          throw new Mistake(
              "%s.name: account '%s' names the cluster '%s', which is not configured; there are %s."
                  .formatted(below, name, one.name(), known.keySet()));
        }
        credentials.put(one.name(), Keys.credentials(one, below));
      } catch (Mistake mistake) {
        mistakes.add(mistake.getMessage());
      }
    }
    if (credentials.isEmpty()) {
      throw new Mistake(
          at + ".clusters: account '" + name + "' is left out, it has no cluster it can use.");
    }
    return new AccountSettings(name, entry.environment(), credentials);
  }

  private static String name(@Nullable String written, String at) {
    String name = given(written);
    if (name == null) {
      throw new Mistake(at + ".name: missing; it " + PART_RULE + ".");
    }
    if (!PART.matcher(name).matches()) {
      throw new Mistake(at + ".name: '" + name + "' is not usable, it " + PART_RULE + ".");
    }
    return name;
  }

  /** What was written, null where nothing was. */
  static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
