package dev.gennaker.cloud.dcos.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.ServerGroupId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTests {

  private static final List<String> ACCOUNTS = List.of("demo", "other");

  @ParameterizedTest
  @CsvSource({
    "/demo/web-v000, demo, dcos-east, web-v000, ''",
    "/demo/shop/web-v000, demo, dcos-east_shop, web-v000, shop",
    "/other/a/b/web, other, dcos-east_a_b, web, a/b",
    "/kafka, demo, dcos-east_, kafka, ''",
    "/demo, demo, dcos-east_, demo, ''",
    "/infra/kafka, demo, dcos-east__infra, kafka, /infra",
    "/infra/a.b/kafka.x, demo, dcos-east__infra_a.b, kafka.x, /infra/a.b"
  })
  void goesThereAndBack(String app, String account, String region, String name, String group) {
    Addresses.Address address = Addresses.of("dcos-east", ACCOUNTS, app);

    assertThat(address.id()).isEqualTo(new ServerGroupId(account, region, name));
    assertThat(address.group()).isEqualTo(group);
    assertThat(Addresses.appId(address.id())).hasValue(app);
  }

  @Test
  void readsRegionsInBothSpellings() {
    assertThat(Addresses.cluster("dcos-east/a/b")).isEqualTo("dcos-east");
    assertThat(Addresses.folder("demo", "dcos-east/a/b")).isEqualTo("/demo/a/b");
    assertThat(Addresses.safe("dcos-east/a/b")).isEqualTo("dcos-east_a_b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/b", "Web", "a b", "", "web?force=true", "-a"})
  void knowsNoAppWithSuchAName(String name) {
    assertThat(Addresses.appId(new ServerGroupId("demo", "dcos-east", name))).isEmpty();
  }
}
