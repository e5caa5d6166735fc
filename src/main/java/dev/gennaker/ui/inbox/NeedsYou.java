package dev.gennaker.ui.inbox;

import dev.gennaker.judgment.Judgments;
import dev.gennaker.judgment.JudgmentsChanged;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.NavCount;
import org.springframework.stereotype.Component;

/** How many judgments wait for somebody. */
@Component
class NeedsYou implements NavCount {

  private final Judgments judgments;

  NeedsYou(Judgments judgments) {
    this.judgments = judgments;
  }

  @Override
  public Class<? extends com.vaadin.flow.component.Component> view() {
    return InboxView.class;
  }

  @Override
  public long count(Actor actor) {
    return judgments.waitingFor(actor).size();
  }

  @Override
  public boolean wantsYou() {
    return true;
  }

  @Override
  public boolean changedBy(Object event) {
    return event instanceof JudgmentsChanged;
  }
}
