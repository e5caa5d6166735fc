package dev.gennaker.cloud.dcos.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.dcos.marathon.App;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CopyTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':'/a','version':'1','versionInfo':{},'tasks':[],'tasksRunning':1,'cpus':1} | {'cpus':1}",
        "{'labels':{'gennaker.sequence':'3','gennaker.size':'2','team':'x'}} | {'labels':{'team':'x'}}",
        "{'ports':[1],'portDefinitions':[{'port':1}]} | {'portDefinitions':[{'port':1}]}",
        "{'ports':[1]} | {'ports':[1]}",
        "{'uris':['u'],'fetch':[{'uri':'u'}],'ipAddress':null} | {'fetch':[{'uri':'u'}]}",
        "{'ports':[1],'container':{'portMappings':[{'servicePort':1}]}} | {'container':{'portMappings':[{'servicePort':1}]}}",
        "{'container':{'docker':{'image':'a','network':'BRIDGE','portMappings':[1]}}} | {'container':{'docker':{'image':'a','network':'BRIDGE','portMappings':[1]}}}",
        "{'networks':[1],'container':{'docker':{'image':'a','network':'BRIDGE'}}} | {'networks':[1],'container':{'docker':{'image':'a'}}}",
        "{'future':{'field':[1]}} | {'future':{'field':[1]}}"
      })
  void keepsAllThatCanBeSent(String app, String expected) {
    assertThat(Copy.of(new App(JsonMapper.shared().readTree(app.replace('\'', '"')))))
        .isEqualTo(JsonMapper.shared().readValue(expected.replace('\'', '"'), Map.class));
  }
}
