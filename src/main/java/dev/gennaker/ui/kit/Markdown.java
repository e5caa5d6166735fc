package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown that people wrote: no raw HTML, no addresses but http, https and mailto, no pictures.
 */
@Tag("div")
public class Markdown extends Div {

  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .softbreak("<br>")
          .nodeRendererFactory(PlainImages::new)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    if (node instanceof Link) {
                      attributes.put("target", "_blank");
                      attributes.put("rel", "noopener noreferrer");
                    }
                  })
          .build();

  public Markdown(String text) {
    addClassName("md");
    getElement().setProperty("innerHTML", html(text));
  }

  /** Safe to be put into a page. */
  static String html(String text) {
    return RENDERER.render(PARSER.parse(text));
  }

  /** A picture would call home; its words stay. */
  private record PlainImages(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node image) {
      for (Node inner = image.getFirstChild(); inner != null; inner = inner.getNext()) {
        context.render(inner);
      }
    }
  }
}
