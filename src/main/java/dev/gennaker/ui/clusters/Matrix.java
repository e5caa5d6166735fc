package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What runs where: services down, places across.
 *
 * @param places the columns
 * @param lines applications, each followed by its services
 * @param sum the sentence beside the title
 */
record Matrix(List<Place> places, List<MatrixLine> lines, String sum) {

  /**
   * A column: where something runs, and for what.
   *
   * @param asOf only where the picture is not current
   */
  record Place(String environment, String location, @Nullable Instant asOf) {}

  /** Which services are wanted. */
  enum Show {
    ALL("all"),
    DIFFERENCES("differences"),
    TROUBLE("trouble");

    private final String key;

    Show(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }

    static Show of(String key) {
      for (Show one : values()) {
        if (one.key.equals(key)) {
          return one;
        }
      }
      return ALL;
    }
  }

  /** What the world looks like beside what runs. */
  record World(Collection<Location> locations, Collection<Account> accounts) {}

  /**
   * A service.
   *
   * @param application empty when nobody owns it
   * @param name its cluster's name, or its full name when nobody owns it
   */
  private record Service(String application, String name) {}

  private record Column(int order, String environment, String location) {}

  /**
   * @param groups all that may be seen, newest first
   * @param wanted a service is shown when one of its server groups is wanted
   */
  static Matrix of(
      List<ServerGroup> groups, World world, Predicate<ServerGroup> wanted, Show show) {
    Map<String, Freshness> freshness = new HashMap<>();
    world.locations().forEach(location -> freshness.put(location.name(), location.freshness()));
    Map<String, Column> columns = columns(groups, world.accounts());
    List<Column> order =
        new LinkedHashSet<>(columns.values())
            .stream()
                .sorted(Comparator.comparing(Column::order).thenComparing(Column::location))
                .toList();
    List<Place> places = order.stream().map(column -> place(column, freshness)).toList();

    Map<Service, List<ServerGroup>> services =
        new TreeMap<>(
            Comparator.comparing((Service s) -> s.application().isEmpty())
                .thenComparing(Service::application)
                .thenComparing(Service::name));
    groups.forEach(
        group -> services.computeIfAbsent(service(group), s -> new ArrayList<>()).add(group));

    List<MatrixLine> lines = new ArrayList<>();
    String application = null;
    int number = 0;
    for (Map.Entry<Service, List<ServerGroup>> one : services.entrySet()) {
      if (one.getValue().stream().noneMatch(wanted)) {
        continue;
      }
      List<List<ServerGroup>> here = new ArrayList<>();
      order.forEach(column -> here.add(new ArrayList<>()));
      for (ServerGroup group : one.getValue()) {
        here.get(order.indexOf(columns.get(place(group)))).add(group);
      }
      MatrixLine.Service line =
          MatrixRow.of(one.getKey().application(), one.getKey().name(), here, places);
      if (show == Show.DIFFERENCES && !line.differs() || show == Show.TROUBLE && !line.trouble()) {
        continue;
      }
      if (!one.getKey().application().equals(application)) {
        application = one.getKey().application();
        lines.add(new MatrixLine.Application(application));
      }
      lines.add(line);
      number++;
    }
    return new Matrix(
        places,
        lines,
        "%s, %s".formatted(Words.count(number, "service"), Words.count(places.size(), "place")));
  }

  private static Service service(ServerGroup group) {
    return group.application().isEmpty()
        ? new Service("", group.path())
        : new Service(group.application(), group.cluster());
  }

  private static String place(ServerGroup group) {
    return group.id().account() + " " + group.location();
  }

  /** By account and location; environments in the order accounts are configured. */
  private static Map<String, Column> columns(
      Collection<ServerGroup> groups, Collection<Account> accounts) {
    Map<String, String> environments = new HashMap<>();
    accounts.forEach(account -> environments.put(account.name(), account.environment()));
    List<String> order = new ArrayList<>();
    accounts.stream().map(Account::environment).distinct().forEach(order::add);
    Map<String, Column> columns = new HashMap<>();
    for (ServerGroup group : groups) {
      columns.computeIfAbsent(
          place(group),
          key -> {
            String environment = environments.getOrDefault(group.id().account(), "");
            return new Column(order.indexOf(environment), environment, group.location());
          });
    }
    return columns;
  }

  private static Place place(Column column, Map<String, Freshness> freshness) {
    Instant asOf =
        freshness.get(column.location()) instanceof Freshness.Stale stale ? stale.asOf() : null;
    return new Place(column.environment(), column.location(), asOf);
  }

  /** The applications there are lines of; nobody's left out. */
  static Set<String> applications(Collection<ServerGroup> groups) {
    Set<String> names = new java.util.TreeSet<>();
    groups.forEach(group -> names.add(group.application()));
    names.remove("");
    return names;
  }
}
