package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Banner;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Words;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The platform's own definition of a server group, read from the platform when looked at. */
@SpringComponent
class Definition {

  private static final Logger LOG = LoggerFactory.getLogger(Definition.class);

  // More would only make the page slow.
  private static final int SHOWN = 100_000;

  private final Clouds clouds;
  private final JsonMapper json;

  Definition(Clouds clouds, JsonMapper json) {
    this.clouds = clouds;
    this.json = json;
  }

  Component of(ServerGroup group) {
    return new DefinitionSheet(group);
  }

  private String read(ServerGroup group) {
    Optional<String> text =
        clouds
            .provider(group.provider())
            .flatMap(provider -> provider.inventory().definition(group.id()));
    return text.map(this::pretty).orElse("");
  }

  private String pretty(String text) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(text));
    } catch (JacksonException e) {
      return text;
    }
  }

  private final class DefinitionSheet extends Sheet {

    private final ServerGroup group;

    DefinitionSheet(ServerGroup group) {
      super("Reading it from " + group.location() + "…");
      this.group = group;
    }

    @Override
    Supplier<Component> content() {
      try {
        String text = read(group);
        return text.isEmpty()
            ? () ->
                Banner.note(
                    "It is not there any more: %s does not know it.".formatted(group.location()))
            : () -> shown(text);
      } catch (RuntimeException e) {
        LOG.warn("Could not read the definition of {}: {}", group.id(), e.toString());
        return () ->
            Banner.failed(
                "%s did not give the definition. %s Open this tab again to try again."
                    .formatted(group.location(), Words.sentence(String.valueOf(e.getMessage()))));
      }
    }

    private Component shown(String text) {
      boolean whole = text.length() <= SHOWN;
      Pre code = new Pre(whole ? text : text.substring(0, SHOWN));
      code.addClassName("code");
      code.getElement().setAttribute("tabindex", "0");
      code.getElement().setAttribute("aria-label", "Definition as JSON");
      Button copy = new Button("Copy", new Icon("copy", "i14"));
      copy.getElement()
          .executeJs(
              "this.addEventListener('click', () => navigator.clipboard?.writeText($0.textContent))",
              code.getElement());
      Dom.named(code, "definition");
      if (whole) {
        return Dom.div("", Dom.div("acts", copy), code);
      }
      Anchor download = new Anchor(file(text), "Download all of it");
      download.addClassName("link");
      return Dom.div(
          "",
          Dom.p(
              "%,d kB long; the first %d are shown.".formatted(text.length() / 1000, SHOWN / 1000),
              "ink2"),
          Dom.div("acts", Dom.named(download, "whole-definition")),
          code);
    }

    private DownloadHandler file(String text) {
      return DownloadHandler.fromInputStream(
          event -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                new ByteArrayInputStream(bytes),
                group.name() + ".json",
                "application/json",
                bytes.length);
          });
    }
  }
}
