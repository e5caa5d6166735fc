package dev.gennaker.ui.shell;

import com.vaadin.flow.component.html.Div;
import dev.gennaker.nodes.DatabaseLost;
import dev.gennaker.nodes.Nodes;
import dev.gennaker.ui.kit.Banner;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Moment;
import java.time.Instant;

/** Says on every page that the database does not answer, for as long as it does not. */
final class DatabaseBanner extends Div {

  private final Nodes nodes;

  DatabaseBanner(Nodes nodes, Live live) {
    this.nodes = nodes;
    addClassName("database");
    getElement().setAttribute("role", "alert");
    Dom.named(this, "database-lost");
    show();
    live.follow(this, DatabaseLost.class::isInstance, this::show);
  }

  private void show() {
    removeAll();
    nodes.databaseLostSince().ifPresent(since -> add(banner(since)));
    setVisible(nodes.databaseLostSince().isPresent());
  }

  private static Banner banner(Instant since) {
    return Banner.waiting(
        "database",
        new com.vaadin.flow.component.html.Span(
            Dom.span("The database does not answer since "),
            Moment.seconds(since),
            Dom.span("; running pipelines wait for it. What you see may be old.")));
  }
}
