package dev.gennaker.cloud.dcos.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.CloudProvider.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JobBuilderTests {

  private static Map<String, Object> body(String json) {
    return JsonMapper.shared().readValue(json.replace('\'', '"'), new TypeReference<>() {});
  }

  private static JsonNode build(String json) {
    return JobBuilder.build(body(json));
  }

  @Test
  void writesSpinnakersFields() {
    String written =
        """
        {'general':{'id':'shop.migrate','description':'d','cpus':'0.5','mem':64,'gpus':0,
                    'cmd':'./migrate'},
         'docker':{'image':{'registry':'hub','repository':'shop/db','tag':'7'},'forcePullImage':true},
         'labels':{'team':'a','n':1},'env':{'N':3,'S':{'secret':'s'}},'secrets':{'s':{'source':'x'}},
         'user':'root','maxLaunchDelay':'60','constraints':[['rack','LIKE','r1']],
         'restartPolicy':{'policy':'ON_FAILURE','activeDeadlineSeconds':'120'},
         'artifacts':[{'uri':'http://x'}],
         'volumes':[{'containerPath':'/a','hostPath':'/b','mode':'RO'}]}
        """;
    String job =
        """
        {'id':'shop.migrate','description':'d','labels':{'team':'a','n':'1'},
         'run':{'cpus':0.5,'mem':64,'disk':0,'cmd':'./migrate',
           'secrets':{'s':{'source':'x'}},'artifacts':[{'uri':'http://x'}],
           'volumes':[{'containerPath':'/a','hostPath':'/b','mode':'RO'}],'user':'root',
           'maxLaunchDelay':60,'env':{'N':'3','S':{'secret':'s'}},
           'docker':{'image':'hub/shop/db:7','forcePullImage':true},
           'placement':{'constraints':[{'attribute':'rack','operator':'LIKE','value':'r1'}]},
           'restart':{'policy':'ON_FAILURE','activeDeadlineSeconds':120}}}
        """;
    assertThat(build(written)).isEqualTo(JsonMapper.shared().readTree(job.replace('\'', '"')));
    assertThat(JobCheck.check(body(written))).isEmpty();
  }

  @Test
  void fillsInWhatMetronomeWants() {
    JsonNode run = build("{'general':{'id':'a','cmd':'x'}}").path("run");
    assertThat(run.toString()).isEqualTo("{\"cpus\":0.01,\"mem\":128,\"disk\":0,\"cmd\":\"x\"}");
  }

  @Test
  void handsRawJsonOnWithWhatStagesChoose() {
    String raw =
        "'id':'a','schedules':[{'id':'s'}],'run':{'cpus':1,'mem':32,'disk':0,'ucr':{'image':{'id':'o'}}}";
    JsonNode job =
        build("{'job':{" + raw + "},'docker':{'image':'new:2'},'env':{'A':1},'labels':{'l':'v'}}");
    assertThat(job.at("/run/ucr/image/id").asString()).isEqualTo("new:2");
    assertThat(job.at("/run/env/A").asString()).isEqualTo("1");
    assertThat(job.at("/labels/l").asString()).isEqualTo("v");
    assertThat(job.has("schedules")).isFalse();
    assertThat(build("{'manifest':{" + raw + "}}").at("/run/cpus").asInt()).isEqualTo(1);
  }

  @Test
  void choosesUcrWhereAsked() {
    String ucr = "'containerizer':'UCR','docker':{'image':'a:1','privileged':true}";
    assertThat(build("{'general':{'id':'a'}," + ucr + "}").at("/run/ucr/image/id").asString())
        .isEqualTo("a:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | $.general.id",
        "{'general':{'id':'-a','cmd':'x'}} | $.general.id",
        "{'general':{'id':'a'}} | $.general.cmd",
        "{'general':{'id':'a','cmd':'x','mem':16}} | $.general.mem",
        "{'general':{'id':'a','cmd':'x','cpus':'many'}} | $.general.cpus",
        "{'general':{'id':'a','cmd':'x','args':['y']}} | $.general.args",
        "{'general':{'id':'a','cmd':'x'},'restartPolicy':{'policy':'MAYBE'}} | $.restartPolicy.policy",
        "{'general':{'id':'a','cmd':'x'},'constraints':[{'attribute':'a','operator':'UNIQUE'}]} | $.constraints[0].operator",
        "{'general':{'id':'a','cmd':'x'},'env':{'A':{'secret':'s'}}} | $.secrets",
        "{'general':'a'} | $.general",
        "{'job':{'id':'a','run':{'cpus':1,'mem':32,'cmd':'x'}}} | $.job.run.disk",
        "{'job':{'id':'a','run':{'cpus':1,'mem':32,'disk':0,'cmd':'x','maxLaunchDelaySeconds':1}}} | $.job.run.maxLaunchDelaySeconds",
        "{'manifest':{'id':'A','run':{'cpus':1,'mem':32,'disk':0,'cmd':'x'}}} | $.manifest.id"
      })
  void findsWhatMetronomeWouldRefuse(String json, String path) {
    assertThat(JobCheck.check(body(json))).extracting(Fault::path).contains(path);
  }

  @Test
  void judgesNoExpressions() {
    String open =
        "{'general':{'id':'a-${execution.id}','mem':'${parameters.mem}'},'docker':{'image':{'fromContext':true}}}";
    assertThat(JobCheck.check(body(open))).isEmpty();
  }
}
