package dev.gennaker.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.ServerGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The columns of the home page. */
class EnvironmentsTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final ServerGroup prod = cloud.add("east", "shop-prod-web-v001", "web:1", 1);
  private final ServerGroup blue = cloud.add("east", "shop-blue-web-v001", "web:1", 1);
  private final ServerGroup dev = cloud.add("east", "shop-dev-web-v001", "web:1", 1);
  private final ServerGroup plain = cloud.add("east", "shop-v001", "web:1", 1);

  @Test
  void stacksStandInTheOrderOfTheWayToProduction() {
    Environments environments =
        new Environments(List.of(new Account("test", "memory", "only", List.of("east"))));

    assertThat(environments.all(List.of(prod, plain, blue, dev)))
        .containsExactly("dev", "", "blue", "prod");
  }

  @Test
  void accountsCountWhereTheyTellEnvironmentsApart() {
    Environments environments =
        new Environments(
            List.of(
                new Account("test", "memory", "live", List.of("east")),
                new Account("other", "memory", "dev", List.of("east"))));

    assertThat(environments.of(blue)).isEqualTo("live");
  }
}
