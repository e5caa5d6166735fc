package dev.gennaker.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.gennaker.security.SignInOptions;
import dev.gennaker.ui.kit.Banner;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.shell.Logo;
import java.util.Optional;

/** Sign in, with a password of our own or elsewhere. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Gennaker")
@AnonymousAllowed
@JsModule("./kit/shell.ts")
@Uses(TextField.class)
@Uses(PasswordField.class)
class LoginView extends Main implements BeforeEnterObserver {

  private final Div said = Dom.div("said");

  LoginView(SignInOptions options) {
    addClassName("door");
    Div card = Dom.div("sign-in", Dom.div("brand", new Logo(), Dom.h1("Gennaker")), said);
    add(card);
    if (!options.any()) {
      card.add(
          new EmptyState(
              "lock",
              "Nobody can sign in yet",
              "Configure gennaker.security.users, or an OAuth2 client registration, and start again."));
      return;
    }
    if (options.local()) {
      card.getElement().appendChild(form());
    }
    if (!options.providers().isEmpty()) {
      card.add(
          Dom.div(
              "others",
              options.providers().stream().map(LoginView::elsewhere).toArray(Component[]::new)));
    }
    if (!options.hint().isEmpty()) {
      card.add(Dom.p(options.hint(), "xs", "ink2", "hint"));
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Optional<String> error = event.getLocation().getQueryParameters().getSingleParameter("error");
    said.removeAll();
    said.setVisible(error.isPresent());
    error.ifPresent(kind -> said.add(Dom.named(Banner.failed(sentence(kind)), "sign-in-error")));
  }

  private static String sentence(String kind) {
    return switch (kind) {
      case "outside" ->
          "The sign-in elsewhere did not succeed. Try again, or ask your administrator.";
      case "expired" ->
          "This page had been open for too long, so nobody was signed in. Sign in once more.";
      default -> "Name or password is wrong. Check both and try again.";
    };
  }

  /** A plain form, so that the browser's password manager knows what it sees. */
  private static Element form() {
    Element form = new Element("form");
    form.setAttribute("method", "post");
    form.setAttribute("action", "login");
    Element name = field("vaadin-text-field", "Name", "username", "username");
    name.setProperty("autofocus", true);
    Element password = field("vaadin-password-field", "Password", "password", "current-password");
    Element token = new Element("input");
    token.setAttribute("type", "hidden");
    NativeButton go = new NativeButton("Sign in");
    go.getElement().setAttribute("type", "submit");
    go.setId("sign-in");
    go.addClassNames("btn", "primary", "l");
    form.appendChild(name, password, token, go.getElement());
    token.executeJs(
        """
        const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
        this.name = meta('_csrf_parameter') || '_csrf';
        this.value = meta('_csrf') || '';
        """);
    return form;
  }

  /**
   * Not Flow's component, which tells the server each change: a password goes once, by the form.
   */
  private static Element field(String tag, String label, String name, String autocomplete) {
    Element field = new Element(tag);
    field.setProperty("label", label);
    field.setProperty("name", name);
    field.setProperty("autocomplete", autocomplete);
    field.setProperty("required", true);
    field.setAttribute("id", name);
    return field;
  }

  private static Component elsewhere(SignInOptions.Provider provider) {
    var link = Dom.link(provider.path(), "Sign in with " + provider.name(), "btn", "l");
    link.getElement().setAttribute("router-ignore", true);
    return link;
  }
}
