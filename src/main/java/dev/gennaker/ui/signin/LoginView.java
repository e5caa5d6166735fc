package dev.gennaker.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.Autocomplete;
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

/** Sign in, with a password of our own or elsewhere. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Gennaker")
@AnonymousAllowed
@JsModule("./kit/shell.ts")
class LoginView extends Main implements BeforeEnterObserver {

  private final SignInOptions options;
  private final Div card = Dom.div("sign-in");

  LoginView(SignInOptions options) {
    this.options = options;
    addClassName("door");
    add(card);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    card.removeAll();
    card.add(Dom.div("brand", new Logo(), Dom.h1("Gennaker")));
    event
        .getLocation()
        .getQueryParameters()
        .getSingleParameter("error")
        .ifPresent(kind -> card.add(Dom.named(Banner.failed(sentence(kind)), "sign-in-error")));
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
              options.providers().stream().map(this::elsewhere).toArray(Component[]::new)));
    }
    if (!options.hint().isEmpty()) {
      card.add(Dom.p(options.hint(), "xs", "ink2", "hint"));
    }
  }

  private static String sentence(String kind) {
    return kind.equals("outside")
        ? "The sign-in elsewhere did not succeed. Try again, or ask your administrator."
        : "Name or password is wrong. Check both and try again.";
  }

  /** A plain form, so that the browser's password manager knows what it sees. */
  private static Element form() {
    Element form = new Element("form");
    form.setAttribute("method", "post");
    form.setAttribute("action", "login");
    TextField name = new TextField("Name");
    name.getElement().setProperty("name", "username");
    name.setAutocomplete(Autocomplete.USERNAME);
    name.setAutofocus(true);
    name.setRequired(true);
    name.setId("username");
    PasswordField password = new PasswordField("Password");
    password.getElement().setProperty("name", "password");
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    password.setRequired(true);
    password.setId("password");
    Element token = new Element("input");
    token.setAttribute("type", "hidden");
    NativeButton go = new NativeButton("Sign in");
    go.getElement().setAttribute("type", "submit");
    go.setId("sign-in");
    go.addClassNames("btn", "primary", "l");
    form.appendChild(name.getElement(), password.getElement(), token, go.getElement());
    token.executeJs(
        """
        const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
        this.name = meta('_csrf_parameter') || '_csrf';
        this.value = meta('_csrf') || '';
        """);
    return form;
  }

  private Component elsewhere(SignInOptions.Provider provider) {
    var link = Dom.link(provider.path(), "Sign in with " + provider.name(), "btn", "l");
    link.getElement().setAttribute("router-ignore", true);
    return link;
  }
}
