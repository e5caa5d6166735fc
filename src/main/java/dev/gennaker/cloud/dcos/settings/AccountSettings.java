package dev.gennaker.cloud.dcos.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One account that can be used.
 *
 * @param clusters its credentials by cluster name, in the order configured
 */
public record AccountSettings(String name, String environment, Map<String, Credentials> clusters) {

  public AccountSettings {
    clusters = Collections.unmodifiableMap(new LinkedHashMap<>(clusters));
  }
}
