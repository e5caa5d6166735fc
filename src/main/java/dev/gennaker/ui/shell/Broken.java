package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.gennaker.nodes.Database;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be shown: a refusal as it is, our own fault with a number for the log. */
@Tag("div")
@ParentLayout(MainLayout.class)
@PermitAll
class Broken extends Div implements HasErrorParameter<Exception>, Page {

  private static final Logger LOG = LoggerFactory.getLogger(Broken.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    removeAll();
    String id = Words.shortId();
    String detail =
        Refusal.of(error.getException())
            .orElseGet(
                () -> {
                  LOG.error(
                      "Failure {} showing {}",
                      id,
                      event.getLocation().getPath(),
                      error.getException());
                  return "It is our fault. Try again; if it stays so, tell your administrator the number %s."
                      .formatted(id);
                });
    add(
        EmptyState.page(
            "triangle-alert",
            "This page could not be shown",
            detail,
            Dom.link("", "Go home", "link")));
    return Database.didNotAnswer(error.getException())
        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
        : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Not shown", ""));
  }
}
