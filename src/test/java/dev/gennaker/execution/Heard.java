package dev.gennaker.execution;

import dev.gennaker.nodes.ForEveryNode;
import dev.gennaker.nodes.FromOtherNode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What is published on a node: from others, and about itself. */
final class Heard implements ApplicationListener<ApplicationEvent> {

  private final List<ForEveryNode> fromOthers = new CopyOnWriteArrayList<>();
  private final List<Object> own = new CopyOnWriteArrayList<>();

  static Heard on(ConfigurableApplicationContext node) {
    Heard heard = new Heard();
    node.addApplicationListener(heard);
    return heard;
  }

  @Override
  public void onApplicationEvent(ApplicationEvent event) {
    if (event instanceof FromOtherNode<?> news) {
      fromOthers.add(news.getPayload());
    } else if (event instanceof PayloadApplicationEvent<?> payload) {
      own.add(payload.getPayload());
    }
  }

  <E extends ForEveryNode> List<E> fromOthers(Class<E> kind) {
    return fromOthers.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  boolean own(Class<?> kind) {
    return own.stream().filter(Objects::nonNull).anyMatch(kind::isInstance);
  }
}
