package dev.gennaker.nodes;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at each call that this node is there, and notices who no longer answers. */
final class Roll {

  private static final Logger LOG = LoggerFactory.getLogger(Roll.class);

  private final NodeTable table;
  private final Self self;
  private final Set<String> lost = new HashSet<>();
  private boolean first = true;

  Roll(NodeTable table, Self self) {
    this.table = table;
    this.self = self;
  }

  /** True when another node was lost since the last call: it may have had something to tell. */
  boolean call() {
    table.beat(self);
    table.forgetTheDead();
    boolean news = false;
    for (Node node : table.list(Map.of())) {
      if (node.alive()) {
        lost.remove(node.id());
      } else if (lost.add(node.id()) && !first) {
        news = true;
        LOG.warn(
            "Node {} is lost, it was seen last at {}; the others take over what it worked on",
            node.name(),
            node.lastSeen());
      }
    }
    first = false;
    return news;
  }
}
