package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** A page its visitor may not see: what would be needed and who can grant it. */
@Tag("div")
@ParentLayout(MainLayout.class)
@PermitAll
class NotAllowed extends Div implements HasErrorParameter<NotPermitted>, Page {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotPermitted> error) {
    removeAll();
    add(
        EmptyState.page(
            "lock",
            "You may not see this",
            Refusal.sentence(error.getException()),
            Dom.link("", "Go home", "link")));
    return HttpServletResponse.SC_FORBIDDEN;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Not allowed", ""));
  }
}
