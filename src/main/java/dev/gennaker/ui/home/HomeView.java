package dev.gennaker.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What needs you, how the applications are, what runs. */
@Route("")
@PermitAll
@Nav(title = "Home", icon = "house", order = 10, phone = true)
class HomeView extends Div implements Page {

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Home", ""));
  }
}
