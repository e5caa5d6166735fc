package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The lines of a {@link GroupTree}. */
final class GroupList extends Composite<KeyedList<GroupTree.Node>> {

  private static final String TEMPLATE =
      """
      ${!item.n ? html`<div class="gl"></div>` : html`<div class="gl ${item.n.branch ? 'br' : ''}"
          style="--depth:${item.n.depth}"><span class="gn">${item.n.branch ? html`<button class="fold"
          aria-expanded="${item.n.open}" aria-label="${item.n.path}" @click="${fold}" data-test="fold-${item.n.path}"><svg class="i i14"
          aria-hidden="true"><use href="assets/theme/icons.svg#${item.n.open ? 'chevron-down' : 'chevron-right'}"></use></svg></button>`
          : html`<span class="fold"></span>`}<svg class="i i14 ink3" aria-hidden="true"><use
          href="assets/theme/icons.svg#${item.n.icon}"></use></svg><a class="trunc" href="${item.n.address}"
          title="${item.n.path}" data-test="tree-${item.n.path}"><span class="vh">${item.n.kind} </span>${item.n.name}</a></span><span
          class="what trunc ink2">${item.n.what}</span><span class="wd ${item.n.tone}"><span class="trunc"
          title="${item.n.says}">${item.n.says}</span></span><span class="cap"><b>${item.n.up}</b><i>/${item.n.wanted}</i></span><span
          class="am ink2">${item.n.cpus}</span><span class="am ink2">${item.n.mem}</span></div>`}
      """;

  private final Consumer<String> fold;

  /**
   * @param fold told the path of a folder that is to be opened or closed
   */
  GroupList(Consumer<String> fold) {
    this.fold = fold;
    getContent().addClassNames("board", "tree");
  }

  @Override
  protected KeyedList<GroupTree.Node> initContent() {
    return new KeyedList<>(
        GroupTree.Node::key,
        LitRenderer.<GroupTree.Node>of(TEMPLATE.strip())
            .withProperty("n", GroupList::json)
            .withFunction("fold", node -> fold.accept(node.path())));
  }

  void show(List<GroupTree.Node> nodes) {
    getContent().show(nodes);
  }

  private static ObjectNode json(GroupTree.Node node) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("path", node.path());
    json.put("name", node.name());
    json.put("depth", node.depth());
    json.put("branch", node.branch());
    json.put("open", node.open());
    json.put("kind", node.kind());
    json.put("icon", node.branch() ? "folder" : node.kind().equals("pod") ? "boxes" : "box");
    json.put("address", node.address());
    json.put("what", node.what());
    json.put("up", node.up());
    json.put("wanted", node.wanted());
    json.put("says", node.says());
    json.put("tone", node.tone());
    json.put("cpus", node.cpus() == 0 ? "" : Amount.plain(node.cpus()) + " CPU");
    json.put("mem", node.mem() == 0 ? "" : Amount.size(node.mem()));
    return json;
  }
}
