package dev.gennaker.cloud.dcos.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.LoadBalancer;
import dev.gennaker.cloud.LoadBalancer.Route;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.marathon.App;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BalancersTests {

  private static final String LB =
      "{'id':'/lb','instances':2,'args':['sse','--group','external'],"
          + "'container':{'docker':{'image':'mesosphere/marathon-lb:v1.15.0'}}}";

  private static List<Reading> read(String... apps) {
    GroupReader reader = new GroupReader("dcos-east", List.of("demo"));
    return Stream.of(apps)
        .map(app -> reader.read(new App(JsonMapper.shared().readTree(app.replace('\'', '"')))))
        .toList();
  }

  private static String web(String version, int servicePort, String labels) {
    return ("{'id':'/demo/shop-web-%s','instances':2,'labels':{%s},'container':{'portMappings':"
            + "[{'containerPort':80,'servicePort':%d,'labels':{'VIP_0':'/shop/web:80'}},"
            + "{'containerPort':81,'servicePort':%d}]}}")
        .formatted(version, labels, servicePort, servicePort + 1);
  }

  private static ServerGroupId id(String name) {
    return new ServerGroupId("demo", "dcos-east", name);
  }

  private static List<Route> routes(String... apps) {
    return Balancers.of(read(apps)).getFirst().routes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LB,
        "{'id':'/lb','instances':2,'args':['sse','--group','external'],'container':{'docker':{'image':'registry/our-own:1'}}}",
        "{'id':'/lb','instances':2,'cmd':'/marathon-lb/run sse --group external'}",
        "{'id':'/lb','instances':2,'args':['--group','external'],'labels':{'SPINNAKER_LOAD_BALANCER':'lb'}}",
      })
  void recognisesAMarathonLb(String app) {
    assertThat(Balancers.of(read(app)))
        .singleElement()
        .satisfies(
            balancer -> {
              assertThat(balancer.groups()).containsExactly("external");
              assertThat(balancer.own()).isEqualTo(app.contains("SPINNAKER"));
              assertThat(balancer.routes()).isEmpty();
            });
  }

  @Test
  void takesNothingElseForOne() {
    assertThat(Balancers.of(read("{'id':'/x','instances':1,'args':['run','--group','external']}")))
        .isEmpty();
  }

  @Test
  void readsRoutesFromLabelsAndPorts() {
    String labels =
        "'HAPROXY_GROUP':'external','HAPROXY_0_VHOST':'a.example.com, b.example.com',"
            + "'HAPROXY_0_PATH':'/shop','HAPROXY_0_STICKY':'true'";

    assertThat(routes(LB, web("v000", 10000, labels)))
        .containsExactlyInAnyOrder(
            new Route(
                List.of("a.example.com", "b.example.com"),
                "/shop",
                10000,
                "http",
                true,
                "",
                List.of(id("shop-web-v000"))),
            new Route(List.of(), "", 10001, "tcp", false, "", List.of(id("shop-web-v000"))));
  }

  @Test
  void putsThoseOfOneHostBehindOneRoute() {
    String labels =
        "'HAPROXY_0_GROUP':'external','HAPROXY_0_VHOST':'a.example.com','HAPROXY_0_PORT':'8080',"
            + "'HAPROXY_DEPLOYMENT_GROUP':'web'";

    assertThat(routes(LB, web("v000", 10000, labels), web("v001", 10100, labels)))
        .singleElement()
        .satisfies(
            route -> {
              assertThat(route.port()).isEqualTo(8080);
              assertThat(route.shared()).isEqualTo("web");
              assertThat(route.serverGroups())
                  .containsExactly(id("shop-web-v000"), id("shop-web-v001"));
            });
  }

  @Test
  void leavesOutWhatIsClosedOrOfAnotherGroup() {
    assertThat(
            routes(
                LB,
                web("v000", 10000, "'HAPROXY_GROUP':'internal'"),
                web("v001", 10100, "'HAPROXY_GROUP':'external','HAPROXY_0_ENABLED':'false'")))
        .singleElement()
        .satisfies(route -> assertThat(route.port()).isEqualTo(10101));
  }

  @Test
  void balancesEverythingWithAStar() {
    List<LoadBalancer> all =
        Balancers.of(
            read(LB.replace("external", "*"), web("v000", 1, "'HAPROXY_GROUP':'internal'")));

    assertThat(all.getFirst().serverGroups()).containsExactly(id("shop-web-v000"));
  }

  @Test
  void sharesAddressesAmongVersions() {
    assertThat(Balancers.addresses(read(web("v000", 10000, ""), web("v001", 10100, ""))))
        .singleElement()
        .satisfies(
            address -> {
              assertThat(address.written()).isEqualTo("/shop/web:80");
              assertThat(address.address())
                  .isEqualTo("shopweb.marathon.l4lb.thisdcos.directory:80");
              assertThat(address.serverGroups())
                  .containsExactly(id("shop-web-v000"), id("shop-web-v001"));
            });
  }

  @Test
  void readsPortsOfHostNetworksAndOlderDefinitions() {
    String labels = "'labels':{'HAPROXY_GROUP':'external','VIP_0':'10.1.1.1:80'}";

    assertThat(
            routes(
                LB,
                "{'id':'/demo/a','instances':1,%s,'portDefinitions':[{'port':11000}]}"
                    .formatted(labels),
                "{'id':'/demo/b','instances':1,%s,'ports':[12000]}".formatted(labels),
                "{'id':'/demo/c','instances':1,%s,'container':{'docker':{'portMappings':[{'servicePort':13000}]}}}"
                    .formatted(labels)))
        .extracting(Route::port)
        .containsExactly(11000, 12000, 13000);
  }
}
