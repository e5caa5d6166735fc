package dev.gennaker.ui.shell;

import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import dev.gennaker.ui.kit.Nav;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds the pages that stand in the navigation. */
@Component
@Order(10)
class FindPages implements Finder {

  @Override
  public String heading() {
    return "Pages";
  }

  @Override
  public Stream<Hit> all(Actor actor) {
    return NavEntry.all(actor).stream()
        .filter(entry -> !entry.is(Nav.Group.APPLICATION))
        .map(entry -> Hit.open(entry.nav().icon(), entry.nav().title(), "", entry.href(null)));
  }
}
