package dev.gennaker.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The address of an application leads to what it runs. */
@Route("applications/:app")
@PermitAll
class ApplicationView extends Div implements BeforeEnterObserver {

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    event.forwardTo(
        "applications/%s/clusters".formatted(event.getRouteParameters().get("app").orElse("")));
  }
}
