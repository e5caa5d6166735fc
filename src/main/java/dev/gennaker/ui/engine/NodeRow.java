package dev.gennaker.ui.engine;

import com.vaadin.flow.component.html.Div;
import dev.gennaker.nodes.Node;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Words;

/** A node: whether it lives, since when, what it works on. */
final class NodeRow extends Div {

  NodeRow(Node node) {
    addClassNames("erow", "enode");
    Dom.named(this, "node-" + node.name());
    add(
        new StatusWord(
            node.alive() ? Status.SUCCEEDED : Status.FAILED, node.alive() ? "Alive" : "Lost"),
        Dom.span(node.name(), "b", "trunc"),
        Dom.span(node.version(), "mono", "trunc"),
        Dom.spanOf("ink2", Dom.span("up "), Moment.age(node.startedAt())),
        Dom.spanOf("ink2", Dom.span("seen "), Moment.seconds(node.lastSeen())),
        Dom.span("works on " + Words.count(node.executions(), "execution"), "num"));
  }

  /** The name in the id of a node, which leases carry. */
  static String nameOf(String id) {
    int slash = id.lastIndexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }
}
