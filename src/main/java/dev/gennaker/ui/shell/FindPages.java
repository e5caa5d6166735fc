package dev.gennaker.ui.shell;

import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import dev.gennaker.ui.kit.Nav;
import java.util.List;
import java.util.Locale;
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
  public List<Hit> find(String words, Actor actor, int limit) {
    return NavEntry.all().stream()
        .filter(entry -> !entry.is(Nav.Group.APPLICATION))
        .filter(entry -> entry.nav().title().toLowerCase(Locale.ROOT).contains(words))
        .limit(limit)
        .map(entry -> new Hit(entry.nav().icon(), entry.nav().title(), "", entry.href(null)))
        .toList();
  }
}
