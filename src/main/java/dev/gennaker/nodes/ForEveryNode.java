package dev.gennaker.nodes;

/**
 * An application event that is told to every node: whoever publishes it after its commit has it
 * published on the others too, a moment later and as {@link FromOtherNode}. A record that Jackson
 * can write and read, of a few hundred bytes at most: it says what changed, not what it is now.
 *
 * <p>News may come twice or late. News that were lost, with a connection or with the node that had
 * them, are made up for by {@link MayHaveChanged}.
 */
public interface ForEveryNode {

  /** Of several with the same topic only the last need be told. */
  default Object topic() {
    return this;
  }
}
