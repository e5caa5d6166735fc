package dev.gennaker.ui.balancers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.LoadBalancer;
import dev.gennaker.cloud.LoadBalancer.Route;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownTests {

  private final MemoryCloud cloud = new MemoryCloud();

  @BeforeEach
  void aBalancerWithThreeRoutes() {
    ServerGroupId balancer = group("edge-lb-v000");
    ServerGroupId shop = group("shop-web-v001");
    ServerGroupId bank = group("bank-web-v004");
    cloud.balancers.add(
        new LoadBalancer(
            balancer,
            "memory",
            "east",
            true,
            List.of("external"),
            List.of(
                route("shop.example.com", shop),
                route("bank.example.com", bank),
                route("both.example.com", shop, bank))));
  }

  @Test
  void showsAllToWhoMayReadAll() {
    assertThat(hosts(shown("", "edge", "shop", "bank")))
        .containsExactly("shop.example.com", "bank.example.com", "both.example.com");
  }

  @Test
  void hidesRoutesAndServerGroupsOfOthers() {
    Shown shown = shown("", "edge", "shop");

    assertThat(hosts(shown)).containsExactly("shop.example.com", "both.example.com");
    assertThat(shown.balancers().getFirst().routes().getLast().groups())
        .extracting(ServerGroup::name)
        .containsExactly("shop-web-v001");
    assertThat(shown.balancers().getFirst().all()).isEqualTo(2);
  }

  @Test
  void hidesABalancerOfOthers() {
    assertThat(shown("", "shop", "bank").balancers()).isEmpty();
  }

  @Test
  void findsByHostByServerGroupAndByTheBalancerItself() {
    String[] all = {"edge", "shop", "bank"};

    assertThat(hosts(shown("BOTH.", all))).containsExactly("both.example.com");
    assertThat(hosts(shown("bank-web-v004", all)))
        .containsExactly("bank.example.com", "both.example.com");
    assertThat(hosts(shown("external", all))).hasSize(3);
    assertThat(shown("nothing", all).balancers()).isEmpty();
  }

  private Shown shown(String words, String... applications) {
    return Shown.to(List.of(applications)::contains, MemoryCloud.clouds(cloud), words);
  }

  private static List<String> hosts(Shown shown) {
    return shown.balancers().stream()
        .flatMap(one -> one.routes().stream())
        .map(route -> route.route().hosts().getFirst())
        .toList();
  }

  private ServerGroupId group(String name) {
    return cloud.add("east", name, "web:1", 2).id();
  }

  private static Route route(String host, ServerGroupId... groups) {
    return new Route(List.of(host), "", 80, "http", false, "", List.of(groups));
  }
}
