package dev.gennaker.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.ServerGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The groups of a platform as a tree. */
class GroupTreeTests {

  private final List<ServerGroup> groups =
      List.of(
          Groups.in("e", "web-v002").folder("front").with(2, Health.UP).get(),
          Groups.in("e", "web-v001").folder("front").with(1, Health.DOWN).get(),
          Groups.in("e", "cart").folder("front/deep").with(3, Health.UP).wanting(4).get(),
          Groups.in("e", "front").with(1, Health.UP).get(),
          Groups.in("e", "kafka").account("infra").pod().with(1, Health.STARTING).get());

  @Test
  void closedOnlyTheTopIsShownWithAllThatIsBelow() {
    assertThat(tree(Set.of(), false)).containsExactly("demo+ 6/8 1 down", "infra+ 0/1 1 starting");
  }

  @Test
  void anOpenFolderShowsFoldersBeforeTheRest() {
    assertThat(tree(Set.of("/demo"), false))
        .containsExactly(
            "demo- 6/8 1 down", " front+ 5/7 1 down", " front 1/1 ", "infra+ 0/1 1 starting");
  }

  @Test
  void whatIsLookedForIsShownWithTheWayToIt() {
    assertThat(tree(Set.of(), true))
        .containsExactly(
            "demo- 6/8 1 down",
            " front- 5/7 1 down",
            "  deep- 3/4 ",
            "   cart 3/4 ",
            "  web-v001 0/1 1 down",
            "  web-v002 2/2 ",
            " front 1/1 ",
            "infra- 0/1 1 starting",
            " kafka 0/1 1 starting");
  }

  @Test
  void aFolderAndAnAppOfTheSameNameAreToldApart() {
    List<GroupTree.Node> nodes = nodes(Set.of("/demo"), false);

    assertThat(nodes.stream().map(GroupTree.Node::key)).doesNotHaveDuplicates();
    assertThat(nodes.get(1).address()).isEqualTo("folder /demo/front");
    assertThat(nodes.get(2).address()).isEqualTo("leaf front");
  }

  @Test
  void addsUpWhatInstancesMayUse() {
    GroupTree.Node demo = nodes(Set.of(), false).getFirst();

    assertThat(demo.cpus()).isEqualTo(0.7, org.assertj.core.data.Offset.offset(0.001));
    assertThat(demo.mem()).isEqualTo(7 * 64.0);
  }

  @Test
  void aPodIsCalledOne() {
    assertThat(nodes(Set.of(), true).getLast().kind()).isEqualTo("pod");
  }

  private List<String> tree(Set<String> open, boolean all) {
    return nodes(open, all).stream()
        .map(
            n ->
                "%s%s%s %d/%d %s"
                    .formatted(
                        " ".repeat(n.depth()),
                        n.name(),
                        n.branch() ? (n.open() ? "-" : "+") : "",
                        n.up(),
                        n.wanted(),
                        n.says()))
        .toList();
  }

  private List<GroupTree.Node> nodes(Set<String> open, boolean all) {
    return GroupTree.of(
        groups,
        new GroupTree.Wish(open, all, path -> "folder " + path, group -> "leaf " + group.name()));
  }
}
