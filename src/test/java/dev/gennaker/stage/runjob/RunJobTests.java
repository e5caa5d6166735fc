package dev.gennaker.stage.runjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class RunJobTests {

  private static final String GENERAL = "'general':{'id':'shop.migrate','cmd':'x','cpus':'0.5'}";
  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  private static Map<String, Object> settings(String more) {
    Map<String, Object> all = new HashMap<>(Map.of("credentials", "test", "region", "east"));
    all.putAll(
        JsonMapper.shared()
            .readValue(
                ("{" + more + "}").replace('\'', '"'),
                new TypeReference<Map<String, Object>>() {}));
    return all;
  }

  private Operation.RunJob asked() {
    return (Operation.RunJob) cloud.log().getFirst();
  }

  @Test
  void runsTheJobOnceAndTellsWhatCameOfIt() {
    cloud.slow(3);
    Outcome outcome = stages.crashing().run("runJob", settings(GENERAL));

    assertThat(cloud.log()).hasSize(1);
    assertThat(asked().definition())
        .isEqualTo(Map.of("general", Map.of("id", "shop.migrate", "cmd", "x", "cpus", 0.5)));
    assertThat(asked().await()).isTrue();
    assertThat(asked().keep()).isFalse();
    Map<String, Object> outputs = ((Outcome.Done) outcome).outputs();
    assertThat(outputs).containsEntry("exitCode", 0).containsEntry("status", "SUCCEEDED");
    assertThat(outputs.get("jobStatus").toString()).contains("jobState=Succeeded");
  }

  @Test
  void readsSpinnakersOtherSpellings() {
    Map<String, Object> other = settings(GENERAL + ",'waitForCompletion':false,'keepJob':true");
    other.remove("credentials");
    other.remove("region");
    other.put("account", "test");
    other.put("dcosCluster", "east");
    stages.run("runJob", other);
    assertThat(asked().account() + asked().region()).isEqualTo("testeast");
    assertThat(asked().await()).isFalse();
    assertThat(asked().keep()).isTrue();
    assertThat(stages.headline("runJob", other)).isEqualTo("shop.migrate in east");
  }

  @Test
  void takesTheImageAStageUpstreamFound() {
    StubContext context = new StubContext();
    context.after(
        "7",
        "findImage",
        Map.of("deploymentDetails", List.of(Map.of("region", "east", "imageId", "web:3"))));
    stages.run("runJob", settings("'general':{'id':'a'}"), context);
    assertThat(asked().definition().get("docker").toString()).contains("imageId=web:3");
    assertThat(((Outcome.Failed) stages.run("runJob", settings("'general':{'id':'a'}"))).reason())
        .startsWith("It says no image for east");
  }

  @Test
  void takesTheTagOfTheTrigger() {
    StubContext context = new StubContext();
    context.trigger.putAll(Map.of("repository", "shop/web", "tag", "9"));
    String image =
        "'docker':{'image':{'fromTrigger':true,'repository':'shop/web'},'privileged':true}";
    stages.run("runJob", settings("'general':{'id':'a'}," + image), context);
    assertThat(asked().definition().get("docker").toString())
        .contains("tag=9")
        .contains("privileged=true");
  }

  @Test
  void handsRawJsonOn() {
    stages.run("runJob", settings("'manifest':{'id':'raw','run':{'cpus':1,'x':[1]}}"));
    assertThat(asked().definition())
        .isEqualTo(Map.of("job", Map.of("id", "raw", "run", Map.of("cpus", 1, "x", List.of(1)))));
  }

  @Test
  void callsOffWhatRunsWhenItIsCancelled() {
    cloud.slow(100);
    StubContext context = new StubContext();
    stages.cancel("runJob", settings(GENERAL), context);
    assertThat(cloud.calledOff()).isEmpty();
    for (int look = 0; look < 2; look++) {
      var again = (Outcome.LookAgain) stages.look("runJob", settings(GENERAL), context);
      context.memory.putAll(again.memory());
    }
    stages.cancel("runJob", settings(GENERAL), context);
    assertThat(cloud.calledOff()).containsExactly(context.operationKey("job-0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'credentials':''} | $.credentials",
        "{'region':null} | $.region",
        "{'general':{'cpus':'many'}} | $.general.cpus",
        "{'general':{'mem':-1}} | $.general.mem",
        "{'general':null} | $.general.id",
        "{'docker':3} | $.docker",
        "{'schedule':{'id':'s'}} | $.schedule"
      })
  void findsWhatIsWrong(String change, String path) {
    Map<String, Object> wrong = settings(GENERAL);
    wrong.putAll(settings(change.substring(1, change.length() - 1)));
    if (change.contains("region")) {
      wrong.remove("region");
    }
    assertThat(stages.check("runJob", wrong)).extracting(Problem::path).contains(path);
    assertThat(stages.check("runJob", settings(GENERAL))).isEmpty();
  }
}
