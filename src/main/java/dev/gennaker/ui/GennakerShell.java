package dev.gennaker.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;

/**
 * The page around every view: push, theme, icon.
 *
 * <p>The theme is our own on Vaadin's base styles, so neither Lumo nor Aura is loaded. Its files
 * live in {@code frontend/theme} and are served as they are from {@code /assets/theme}, which is
 * open before sign-in: changing one needs no frontend build.
 */
@Push
@StyleSheet("assets/theme/tokens.css")
@StyleSheet("assets/theme/base.css")
@StyleSheet("assets/theme/vaadin.css")
@StyleSheet("assets/theme/kit.css")
@StyleSheet("assets/theme/shell.css")
@StyleSheet("assets/theme/clusters.css")
@StyleSheet("assets/theme/places.css")
@StyleSheet("assets/theme/home.css")
@StyleSheet("assets/theme/judgment.css")
public class GennakerShell implements AppShellConfigurator {

  /** Runs before the first paint, so that a dark page never flashes white. */
  private static final String FOLLOW_SYSTEM_THEME =
      """
      (() => {
        const dark = matchMedia('(prefers-color-scheme: dark)');
        const apply = () => {
          const chosen = localStorage.getItem('gennaker.theme');
          document.documentElement.dataset.theme = chosen || (dark.matches ? 'dark' : 'light');
        };
        dark.addEventListener('change', apply);
        addEventListener('storage', apply);
        addEventListener('gennaker-theme', (e) => {
          if (e.detail) localStorage.setItem('gennaker.theme', e.detail);
          else localStorage.removeItem('gennaker.theme');
          apply();
        });
        apply();
        document.documentElement.dataset.nav = localStorage.getItem('gennaker.nav') || '';
      })();
      """;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addInlineWithContents(
        Inline.Position.PREPEND, FOLLOW_SYSTEM_THEME, Inline.Wrapping.JAVASCRIPT);
    settings.addInlineWithContents(
        Inline.Position.PREPEND, CutLine.WATCH, Inline.Wrapping.JAVASCRIPT);
    settings.addLink("icon", "assets/theme/logo.svg");
    settings.setViewport("width=device-width, initial-scale=1");
  }
}
