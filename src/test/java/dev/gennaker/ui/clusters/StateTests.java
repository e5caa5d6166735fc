package dev.gennaker.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.ui.kit.Words;
import org.junit.jupiter.api.Test;

/** One word for how a server group stands; the filter in the address. */
class StateTests {

  private static Groups web() {
    return Groups.in("dcos-east", "shop-prod-web-v013");
  }

  @Test
  void saysTheWorstFirst() {
    assertThat(State.of(web().with(2, Health.UP).get())).isEqualTo(State.HEALTHY);
    assertThat(State.of(web().with(2, Health.UP).wanting(3).get())).isEqualTo(State.STARTING);
    assertThat(State.of(web().with(1, Health.UP).with(1, Health.DOWN).get()))
        .isEqualTo(State.UNHEALTHY);
    assertThat(State.of(web().with(1, Health.DOWN).waiting("waiting for offers").get()))
        .isEqualTo(State.WAITING);
    assertThat(State.of(web().with(1, Health.DOWN).waiting("").get())).isEqualTo(State.CHANGING);
    assertThat(State.of(web().disabled(4).get())).isEqualTo(State.DISABLED);
    assertThat(State.of(web().get())).isEqualTo(State.EMPTY);
    assertThat(State.of(web().with(1, Health.UP).unreadable("its size is not a number").get()))
        .isEqualTo(State.UNREADABLE);
  }

  @Test
  void filterSurvivesTheAddress() {
    Filter filter =
        new Filter("prod", "web", "dcos-east", "waiting", "1.8.3 & more", "/demo/front");

    assertThat(Filter.from(QueryParameters.simple(filter.parameters()))).isEqualTo(filter);
    assertThat(Filter.NONE.parameters()).isEmpty();
  }

  @Test
  void tasksAreToldApartByTheFirstPartOfTheirUuid() {
    assertThat(Words.task("demo_shop.instance-4f2c9e1a-1111-2222-3333-444455556666._app.1"))
        .isEqualTo("4f2c9e1a");
    assertThat(Words.task("web.0")).isEqualTo("web.0");
  }
}
