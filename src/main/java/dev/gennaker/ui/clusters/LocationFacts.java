package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Location;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a location is: live or since when not, its version, where its own screen is. */
final class LocationFacts extends Div {

  private @Nullable Location shown;

  LocationFacts() {
    addClassName("loc");
  }

  /** Shows it; draws nothing anew while it stays as it was. */
  void show(Location location) {
    Location settled = settled(location);
    if (settled.equals(shown)) {
      return;
    }
    shown = settled;
    removeAll();
    add(freshness(location.freshness()));
    if (!location.version().isEmpty()) {
      add(Dom.span(location.version(), "ink2"));
    }
    if (!location.url().isEmpty()) {
      add(Dom.outside(location.url(), location.url(), "link", "trunc"));
    }
  }

  /** A live one is heard of every moment; that is no news. */
  static Location settled(Location location) {
    return location.freshness() instanceof Freshness.Live
        ? new Location(
            location.provider(),
            location.name(),
            location.url(),
            location.version(),
            new Freshness.Live(Instant.EPOCH))
        : location;
  }

  static Component freshness(Freshness freshness) {
    return switch (freshness) {
      case Freshness.Live _ -> new StatusWord(Status.SUCCEEDED, "Live");
      case Freshness.Connecting connecting -> {
        StatusWord word = new StatusWord(Status.RUNNING, "Being read for the first time, since ");
        word.add(Moment.age(connecting.since()));
        yield word;
      }
      case Freshness.Stale stale -> {
        Div why = Dom.div("not-live", StatusWord.shape(Status.HELD));
        Div words = Dom.div("");
        words.add(
            Dom.spanOf("b", Dom.span("Not live since "), Moment.age(stale.since()), Dom.span(".")));
        if (stale.asOf() != null) {
          words.add(Dom.span(" Picture of "), Moment.seconds(stale.asOf()), Dom.span("."));
        }
        words.add(
            Dom.span(" " + Words.sentence(stale.reason()) + " Next try ", "ink2"),
            Moment.until(stale.nextTry()),
            Dom.span(".", "ink2"));
        why.add(words);
        yield why;
      }
    };
  }
}
