package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;

/** Where traffic comes in and who answers. */
class LoadBalancersIT extends BrowserTest {

  private static final String SEARCH = "shop-prod-search-v031";

  @Value("${gennaker.dcos.clusters[0].dcos-url}")
  private URI east;

  @ParameterizedTest
  @EnumSource(Look.class)
  void showsRoutesInEveryLook(Look look) {
    signIn("demo");
    Browser.look(look);
    go("/load-balancers");
    $("[data-test=balancer-marathon-lb]")
        .shouldHave(text("2 of 2 up"), text("group external"), text("found by what it runs"));
    $("[data-test='route-search.example.com']").shouldHave(text(SEARCH), text("/14"));
    Browser.photograph("load-balancers-" + look.suffix());

    assertThat(Browser.overflow()).isZero();
    assertThat(Accessibility.violations()).isEmpty();
  }

  @Test
  void isFoundFromTheNavigationAndLeadsToServerGroups() {
    signIn("demo");
    $("[data-test=nav-LoadBalancersView]").click();
    $("[data-test='route-search.example.com'] [data-test=behind-" + SEARCH + "]").click();
    $("[data-test=details]").shouldHave(text(SEARCH));
    $("[data-test=routes]").click();
    $("[data-test=balancer-filter] input").shouldHave(attribute("value", SEARCH));
    $("[data-test=balancer-marathon-lb]").shouldHave(text("do not have these words"));
  }

  @Test
  void showsANewRouteWithoutBeingAsked() {
    signIn("demo");
    go("/load-balancers?q=fresh.example.com");
    $(".empty").shouldHave(text("No load balancer has these words"));
    Tasks.create(
        east,
        """
        {"id": "/demo/gallery-fresh-v000", "cmd": "sleep 1000", "instances": 1, "cpus": 0.1, "mem": 32,
         "labels": {"HAPROXY_GROUP": "external", "HAPROXY_0_VHOST": "fresh.example.com",
                    "gennaker.application": "gallery"},
         "portDefinitions": [{"port": 0}]}
        """);

    $("[data-test='route-fresh.example.com']")
        .shouldBe(visible, Duration.ofSeconds(20))
        .shouldHave(text("gallery-fresh-v000"), text("1/1"));
  }

  @Test
  void tellsWhatIsMissing() {
    signIn("demo");
    go("/load-balancers?q=no-such-thing");

    $(".empty").shouldHave(text("Clear the filter"));
    $("[data-test=address-shop]").shouldNot(com.codeborne.selenide.Condition.exist);
    assertThat(Accessibility.violations()).isEmpty();
  }
}
