package dev.gennaker.cloud;

import java.util.List;

/**
 * A named right to deploy somewhere; credentials are never part of it.
 *
 * @param provider the {@link CloudProvider#id()}
 * @param environment free text such as {@code prod}, for grouping; may be empty
 * @param locations names of the {@link Location}s it may deploy to
 */
public record Account(String name, String provider, String environment, List<String> locations) {

  public Account {
    locations = List.copyOf(locations);
  }
}
