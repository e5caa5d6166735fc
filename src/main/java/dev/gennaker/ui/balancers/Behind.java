package dev.gennaker.ui.balancers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Tally;
import java.util.List;
import java.util.Map;

/** The server groups behind a way in, each with how many of it serve. */
final class Behind extends Div {

  Behind(List<ServerGroup> groups) {
    addClassName("behind");
    groups.forEach(group -> add(one(group)));
  }

  private static Component one(ServerGroup group) {
    Status status = status(group);
    var link =
        Dom.linkOf(
            address(group),
            "who",
            StatusWord.shape(status),
            Dom.span(group.name(), "trunc"),
            Dom.span("%,d/%,d".formatted(group.up(), group.desired()), "num", "ink2"),
            Dom.span(word(group, status), "vh"));
    return Dom.named(link, "behind-" + group.name());
  }

  static Status status(ServerGroup group) {
    Tally tally = Tally.of(group);
    if (!group.unreadable().isEmpty() || tally.down() > 0) {
      return Status.FAILED;
    }
    if (group.disabled() || group.desired() == 0) {
      return Status.STOPPED;
    }
    return tally.up() >= group.desired() ? Status.SUCCEEDED : Status.RUNNING;
  }

  private static String word(ServerGroup group, Status status) {
    return switch (status) {
      case FAILED -> "unhealthy";
      case STOPPED -> group.disabled() ? "disabled" : "no instances";
      case RUNNING -> "starting";
      default -> "up";
    };
  }

  /** Its panel on the page of its cluster. */
  static String address(ServerGroup group) {
    return "clusters/%s?%s"
        .formatted(
            group.location(),
            QueryParameters.simple(Map.of("sg", group.id().toString())).getQueryString());
  }
}
