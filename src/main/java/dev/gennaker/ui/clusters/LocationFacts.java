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

/** How a location is: live or since when not, its version, where its own screen is. */
final class LocationFacts extends Div {

  LocationFacts(Location location) {
    addClassName("loc");
    add(freshness(location.freshness()));
    if (!location.version().isEmpty()) {
      add(Dom.span(location.version(), "ink2"));
    }
    if (!location.url().isEmpty()) {
      add(Dom.outside(location.url(), location.url(), "link", "trunc"));
    }
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
