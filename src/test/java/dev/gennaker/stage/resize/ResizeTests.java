package dev.gennaker.stage.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ResizeTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'action':'scale_exact','capacity':{'desired':7}} | 7",
        "{'action':'scale_exact','capacity':{'min':1,'max':4,'desired':'3'}} | 3",
        "{'capacity':{'min':2,'max':2}} | 2",
        "{'targetSize':0} | 0",
        "{'action':'scale_up','resizeType':'pct','scalePct':50} | 8",
        "{'action':'scale_up','resizeType':'pct','scalePct':1} | 6",
        "{'action':'scale_up','resizeType':'incr','scaleNum':3} | 8",
        "{'action':'SCALE_DOWN','scalePct':20} | 4",
        "{'action':'scale_down','scaleNum':9} | 0",
        "{'action':'scale_to_cluster'} | 12",
        "{'action':'scale_to_cluster','scaleNum':2} | 14",
        "{'action':'scale_to_cluster','resizeType':'pct','scalePct':25} | 15",
        "{'action':'scale_to_server_group','source':{'serverGroupName':'shop-web-v001'}} | 12"
      })
  void worksOutTheSize(String options, int expected) {
    cloud.add("east", "shop-web-v001", "shop/web:1", 12);
    cloud.add("east", "shop-web-v002", "shop/web:2", 5);

    Outcome outcome = stages.crashing().run("resizeServerGroup", settings(options));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(cloud.get("east", "shop-web-v002").desired()).isEqualTo(expected);
    assertThat(cloud.log()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | It says no size",
        "{'capacity':{'desired':'many'}} | It says no size",
        "{'action':'scale_up'} | It does not say by how much",
        "{'action':'scale_down','resizeType':'pct','scaleNum':3} | It does not say by how much",
        "{'action':'scale_to_server_group','source':{'serverGroupName':'gone'}} | There is no server group test:east:gone"
      })
  void failsWhereTheSizeIsUnknown(String options, String reason) {
    cloud.add("east", "shop-web-v002", "shop/web:2", 5);

    Outcome outcome = stages.run("resizeServerGroup", settings(options));

    assertThat(((Outcome.Failed) outcome).reason()).startsWith(reason);
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void checksBeforeSaving() {
    assertThat(stages.check("resizeServerGroup", settings("{'action':'scale_sideways'}")))
        .extracting(problem -> problem.path())
        .containsExactly("$.action");
    assertThat(stages.check("resizeServerGroup", settings("{'scaleNum':-1}")))
        .extracting(problem -> problem.path())
        .containsExactly("$.scaleNum");
    assertThat(stages.check("resizeServerGroup", settings("{'targetSize':3}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'capacity':{'desired':6}} | to 6, shop-web-v002 in east",
        "{'action':'scale_up','scalePct':50} | +50 %, shop-web-v002 in east",
        "{'action':'scale_down','scaleNum':2} | −2, shop-web-v002 in east"
      })
  void saysItInOneLine(String options, String expected) {
    assertThat(stages.headline("resizeServerGroup", settings(options))).isEqualTo(expected);
  }

  private static Map<String, Object> settings(String options) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of("credentials", "test", "regions", "east", "serverGroupName", "shop-web-v002"));
    Map<?, ?> more = JsonMapper.shared().readValue(options.replace('\'', '"'), Map.class);
    more.forEach((key, value) -> settings.put(String.valueOf(key), value));
    return settings;
  }
}
