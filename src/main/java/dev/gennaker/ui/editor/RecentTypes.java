package dev.gennaker.ui.editor;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stage types a person added lately, newest first. */
@Component
@VaadinSessionScope
class RecentTypes {

  private static final int KEPT = 8;

  private final Deque<String> types = new ArrayDeque<>();

  synchronized void used(String type) {
    types.remove(type);
    types.addFirst(type);
    while (types.size() > KEPT) {
      types.removeLast();
    }
  }

  synchronized List<String> newestFirst() {
    return List.copyOf(types);
  }
}
