package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Nothing has this address, or no longer. */
@Tag("div")
@ParentLayout(MainLayout.class)
@PermitAll
class NotFound extends Div implements HasErrorParameter<NotFoundException>, Page {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    removeAll();
    String custom = error.getCustomMessage();
    add(
        EmptyState.page(
            "map",
            custom == null || custom.isBlank() || custom.startsWith("Couldn't find route")
                ? "There is nothing at this address"
                : custom,
            "It may have been renamed or removed. The search (Ctrl K) finds what there is.",
            Dom.link("", "Go home", "link")));
    return HttpServletResponse.SC_NOT_FOUND;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Not found", ""));
  }
}
