package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.cssClass;
import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selectors.byText;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

import java.net.URI;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What runs where, the groups of a cluster as a tree, and what one may type to find something. */
class WhatRunsWhereIT extends BrowserTest {

  private static final String CART = "[data-test=row-shop-prod-cart]";

  @Value("${gennaker.dcos.clusters[0].dcos-url}")
  private URI east;

  @Autowired private Exhibits exhibits;

  @Test
  void theMatrixTellsVersionsAndFollowsTheClusters() {
    signIn("viewer");
    go("/matrix");
    $(CART).shouldBe(visible);
    inspect("matrix");

    String group = exhibits.group(east, "dcos-east");
    go("/matrix?q=" + cluster(group));
    String task = Tasks.firstOf(east, "/demo/" + group);
    Tasks.health(east, task, false);
    $(cell(group) + " .nt").shouldHave(text("1 down"));
    Tasks.health(east, task, null);
    $(cell(group) + " .nt").shouldNotHave(text("down"));
  }

  @Test
  void theMatrixIsFilteredByWhatIsTyped() {
    signIn("demo");
    go("/matrix");
    $("[data-test=filter-words] input").setValue("image:cart");
    $("[data-test=row-shop-prod-web]").should(disappear);
    $(CART).shouldBe(visible);
    $("[data-test=show-differences]").click();
    $("[data-test=show-differences]").shouldHave(cssClass("on"));
    $("[data-test=filter-words] input").shouldHave(value("image:cart"));

    go("/matrix?q=nothing-like-this");
    $(".empty").shouldHave(text("No service fits"));
    inspect("matrix-nothing");
  }

  @Test
  void aCellLeadsToItsServerGroup() {
    String group = exhibits.group(east, "dcos-east");
    signIn("demo");
    go("/matrix?q=" + cluster(group));
    $(cell(group) + " a").click();
    $("[data-test=details]").shouldHave(text(group));
  }

  private static String cluster(String group) {
    return group.replaceFirst("-v\\d+$", "");
  }

  private static String cell(String group) {
    return "[data-test=cell-%s-dcos-east]".formatted(cluster(group));
  }

  @Test
  void groupsAreATreeToBrowse() {
    signIn("demo");
    go("/clusters/dcos-east/groups");
    $("[data-test='tree-/demo/shop-prod-cart-v044']").shouldBe(visible);
    inspect("groups");

    $("[data-test='fold-/demo']").click();
    $("[data-test='tree-/demo/shop-prod-cart-v044']").should(disappear);
    $("[data-test='tree-/demo']").click();
    $("[data-test=filter-group]").shouldHave(text("group: /demo"));
    $("[data-test=sg-shop-prod-cart-v044]").shouldBe(visible);
    inspect("groups-chosen");
  }

  @Test
  void serverGroupsAreFoundByImageLabelAndHost() {
    signIn("demo");
    go("/clusters/dcos-east");
    search("image:cart");
    $("[data-test=sg-shop-prod-cart-v044]").shouldBe(visible);
    $("[data-test=sg-shop-prod-web-v012]").should(disappear);

    search("label:gennaker.application=shop -image:cart");
    $("[data-test=sg-shop-prod-cart-v044]").should(disappear);
    inspect("search");

    $("[data-test=filter-state]").click();
    $$(".drop").findBy(visible).$(byText("disabled")).click();
    $("[data-test=filter-state]").shouldHave(text("state: disabled"));
    $("[data-test=sg-shop-prod-search-v031]").should(disappear);
    go("/clusters/dcos-east");

    search("host:10.0.0.2");
    $("a.sg").should(exist);
    $(".sum").shouldHave(text("server group"));
    search("host:nowhere");
    $(".empty").shouldHave(text("Nothing matches the filter"));
  }

  private static void search(String typed) {
    $("[data-test=filter-words] input").setValue(typed).sendKeys(Keys.TAB);
    Browser.settle();
  }

  private static void inspect(String name) {
    SoftAssertions all = new SoftAssertions();
    for (Look look : Look.values()) {
      Browser.look(look);
      Browser.settle();
      Browser.photograph(name + "-" + look.suffix());
      all.assertThat(Accessibility.violations()).as(name + " in " + look).isEmpty();
      all.assertThat(Browser.overflow()).as("overflow of " + name + " in " + look).isZero();
    }
    Browser.look(Look.LIGHT);
    all.assertAll();
  }
}
