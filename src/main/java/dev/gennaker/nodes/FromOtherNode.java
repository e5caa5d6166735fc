package dev.gennaker.nodes;

import org.springframework.context.PayloadApplicationEvent;

/**
 * News from another node. A listener for the payload hears it like news of this node; one that has
 * to tell them apart listens for this, or for {@link PayloadApplicationEvent} and asks which it is.
 *
 * @param <E> what is told
 */
public final class FromOtherNode<E extends ForEveryNode> extends PayloadApplicationEvent<E> {

  private static final long serialVersionUID = 1L;

  FromOtherNode(Object source, E payload) {
    super(source, payload);
  }
}
