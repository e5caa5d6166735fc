package dev.gennaker.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.ui.kit.Tally;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instances as blocks: small ones, rows of small ones, dots. */
class BlocksTests {

  @ParameterizedTest
  @CsvSource({"1,b12", "14,b12", "15,b9", "44,b9", "45,b6", "10000,b6"})
  void drawsByNumber(int number, String style) {
    assertThat(Blocks.of(up(number))).contains("class=\"blks " + style + "\"");
  }

  @Test
  void drawsOneBlockForEachInstanceTroubleFirst() {
    Tally tally =
        Tally.of(
            Groups.in("e", "a-v001")
                .with(2, Health.UP)
                .with(1, Health.STARTING)
                .with(1, Health.DOWN)
                .wanting(6)
                .get());

    assertThat(
            Pattern.compile("#in-(\\w+)").matcher(Blocks.of(tally)).results().map(r -> r.group(1)))
        .containsExactly("down", "start", "up", "up", "want", "want");
    assertThat(tally.inWords()).isEqualTo("1 down, 1 starting, 2 up, 2 not placed");
  }

  @Test
  void tenThousandCostNoMoreThanAFew() {
    String markup = Blocks.of(up(10_000));

    assertThat(markup.length()).isLessThan(400);
    assertThat(markup).contains("1 : 42");
  }

  @Test
  void exceptionsOfABigGroupStayBlocks() {
    String markup =
        Blocks.of(
            Tally.of(
                Groups.in("e", "a-v001")
                    .with(1, Health.DOWN)
                    .with(4, Health.STARTING)
                    .with(115, Health.UP)
                    .get()));

    assertThat(markup).containsOnlyOnce("#in-down");
    assertThat(markup.split("#in-start", -1)).hasSize(5);
    assertThat(markup).contains("dots r4", "--full:28;--rest:3");
  }

  private static Tally up(int number) {
    return Tally.of(Groups.in("e", "a-v001").with(number, Health.UP).get());
  }
}
