package dev.gennaker.cloud.dcos.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AppBuilderTests {

  private static JsonNode built(String body) {
    Map<String, Object> map =
        JsonMapper.shared().readValue(body.replace('\'', '"'), new TypeReference<>() {});
    return AppBuilder.build(map, "/demo/shop/shop-web-prod");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  @Test
  void writesSpinnakersFieldsAsAModernApp() {
    assertThat(
            built(
                """
                {'application':'shop','strategy':'redblack','desiredCapacity':'3','cpus':'0.5','mem':128,
                 'cmd':'run it','dcosUser':'nobody','env':{'A':'b','S':{'secret':'s0'}},
                 'secrets':{'s0':{'source':'shop/key'}},'constraints':'hostname:UNIQUE,rack:LIKE:a|b',
                 'acceptedResourceRoles':'*, slave_public','fetch':'http://x/a.tgz,http://x/b.tgz',
                 'networkType':'BRIDGE','killSelection':'OLDEST_FIRST','labels':{'k':'v'},
                 'docker':{'image':{'registry':'hub:5000','repository':'shop/web','tag':'1'},
                           'forcePullImage':true,'network':'BRIDGE','parameters':[{'key':'a','value':'b'}]},
                 'serviceEndpoints':[{'port':80,'name':'web','protocol':'tcp','servicePort':10080,
                                      'loadBalanced':true,'labels':{'x':'y'}}],
                 'healthChecks':[{'protocol':'COMMAND','command':'true','path':'','intervalSeconds':'5'}]}"""))
        .isEqualTo(
            json(
                """
                {'instances':3,'cpus':0.5,'mem':128,'cmd':'run it','env':{'A':'b','S':{'secret':'s0'}},
                 'secrets':{'s0':{'source':'shop/key'}},'labels':{'k':'v'},'killSelection':'OLDEST_FIRST',
                 'user':'nobody','acceptedResourceRoles':['*','slave_public'],
                 'fetch':[{'uri':'http://x/a.tgz'},{'uri':'http://x/b.tgz'}],
                 'constraints':[['hostname','UNIQUE'],['rack','LIKE','a|b']],
                 'healthChecks':[{'protocol':'COMMAND','command':{'value':'true'},'intervalSeconds':5}],
                 'container':{'type':'DOCKER','docker':{'image':'hub:5000/shop/web:1','forcePullImage':true,
                   'parameters':[{'key':'a','value':'b'}]},
                   'portMappings':[{'containerPort':80,'hostPort':0,'servicePort':10080,'name':'web',
                     'protocol':'tcp','labels':{'x':'y','VIP_0':'/demo/shop/shop-web-prod:80'}}]},
                 'networks':[{'mode':'container/bridge'}]}"""));
  }

  @Test
  void keepsPortsWithModernNetworks() {
    JsonNode app =
        built(
            """
            {'docker':{'image':'nginx'},'networks':[{'mode':'container','name':'dcos'}],
             'serviceEndpoints':[{'port':80},{'port':81,'exposeToHost':true}]}""");

    assertThat(app.path("networks")).isEqualTo(json("[{'mode':'container','name':'dcos'}]"));
    assertThat(app.path("container").path("portMappings"))
        .isEqualTo(json("[{'containerPort':80},{'containerPort':81,'hostPort':0}]"));
  }

  @Test
  void definesHostPortsOnTheHost() {
    assertThat(
            built(
                    "{'cmd':'x y','networkType':'HOST','serviceEndpoints':[{'port':8080,'name':'web'},{'loadBalanced':true}]}")
                .path("portDefinitions"))
        .isEqualTo(
            json(
                "[{'port':8080,'name':'web'},{'port':0,'labels':{'VIP_1':'/demo/shop/shop-web-prod:0'}}]"));
  }

  @Test
  void sharesOneAddressAmongVersionsAlsoWhenCloned() {
    JsonNode ports =
        built(
                """
                {'docker':{'image':'nginx'},'networkType':'USER','networkName':'dcos','serviceEndpoints':[
                 {'port':80,'loadBalanced':true,'labels':{'VIP_0':'/demo/shop/shop-web-prod-v007:80'}},
                 {'port':81,'loadBalanced':true,'labels':{'VIP_1':'/chosen:81'}}]}""")
            .path("container")
            .path("portMappings");

    assertThat(ports.path(0).path("labels").path("VIP_0").asString())
        .isEqualTo("/demo/shop/shop-web-prod:80");
    assertThat(ports.path(1).path("labels").path("VIP_1").asString()).isEqualTo("/chosen:81");
  }

  @Test
  void writesVolumesOfEveryKind() {
    JsonNode container =
        built(
                """
                {'cmd':'run it','containerizer':'UCR','secrets':{'s':{'source':'p'}},
                 'persistentVolumes':[{'containerPath':'data','persistent':{'size':'100'}}],
                 'dockerVolumes':[{'containerPath':'/a','hostPath':'/b','mode':'RO'}],
                 'externalVolumes':[{'containerPath':'e','external':{'name':'n','options':{'driver':'rexray'}}}],
                 'secretVolumes':[{'containerPath':'f','secret':'s'}],
                 'volumes':[{'containerPath':'p','persistent':{'size':1,'type':'mount','profileName':'fast'}}]}""")
            .path("container");

    assertThat(container)
        .isEqualTo(
            json(
                """
                {'type':'MESOS','volumes':[
                 {'containerPath':'data','persistent':{'size':100},'mode':'RW'},
                 {'containerPath':'/a','hostPath':'/b','mode':'RO'},
                 {'containerPath':'e','external':{'name':'n','options':{'dvdi/driver':'rexray'},'provider':'dvdi'},'mode':'RW'},
                 {'containerPath':'f','secret':'s'},
                 {'containerPath':'p','persistent':{'size':1,'type':'mount','profileName':'fast'}}]}"""));
  }

  @Test
  void takesUcrWhereOnlyThatCan() {
    assertThat(built("{'docker':{'image':'a'},'gpus':1}").path("container").path("type").asString())
        .isEqualTo("MESOS");
    assertThat(
            built("{'docker':{'image':'a','pullConfig':{'secret':'s'}}}")
                .path("container")
                .path("type")
                .asString())
        .isEqualTo("MESOS");
    assertThat(built("{'docker':{'image':'a'}}").path("container").path("type").asString())
        .isEqualTo("DOCKER");
    assertThat(built("{'cmd':'run it'}").has("container")).isFalse();
  }

  @Test
  void passesRawJsonThroughWithWhatStagesChoose() {
    JsonNode app =
        built(
            """
            {'marathon':{'id':'/x','cmd':'run it','novelty':{'a':[1,null,2.50]},'instances':2,
              'container':{'docker':{'image':'old','shm':1}},'env':{'A':'1'}},
             'docker':{'image':{'imageId':'new:2'}},'desiredCapacity':5,'env':{'B':'2'},'cpus':9}""");

    assertThat(app)
        .isEqualTo(
            json(
                """
                {'id':'/x','cmd':'run it','novelty':{'a':[1,null,2.50]},'instances':5,
                 'container':{'docker':{'image':'new:2','shm':1}},'env':{'A':'1','B':'2'}}"""));
  }

  @Test
  void copiesSettingsItKnowsOnlyByName() {
    String body =
        """
        {'cmd':'run it','check':{'exec':{'command':{'shell':'ls'}}},'resourceLimits':{'cpus':'unlimited'},
         'tty':true,'role':'shop','unreachableStrategy':'disabled','upgradeStrategy':
         {'minimumHealthCapacity':1,'maximumOverCapacity':0}}""";

    assertThat(built(body)).isEqualTo(json(body));
    assertThat(List.of(built(body).propertyNames())).isNotEmpty();
  }
}
