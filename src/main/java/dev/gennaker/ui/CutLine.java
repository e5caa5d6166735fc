package dev.gennaker.ui;

/**
 * Says on the page that the line to the server is cut, as soon as it is. Flow by itself notices
 * with the next click only; until then a page would look live that is not.
 */
final class CutLine {

  /**
   * Runs before anything opens a socket. A line that is back within a second is not worth a word.
   */
  static final String WATCH =
      """
      (() => {
        let live = false, leaving = false, word;
        addEventListener('pagehide', () => { leaving = true; });
        addEventListener('pageshow', () => { leaving = false; });
        const line = () => window.Vaadin && window.Vaadin.connectionState;
        const back = () => {
          live = true;
          clearTimeout(word);
          word = undefined;
          if (line() && line().state === 'reconnecting') line().state = 'connected';
        };
        const cut = () => {
          if (!live || leaving || word !== undefined) return;
          word = setTimeout(() => { if (!leaving && line()) line().state = 'reconnecting'; }, 1000);
        };
        window.WebSocket = class extends window.WebSocket {
          constructor(url, protocols) {
            super(url, protocols);
            if (String(url).includes('/VAADIN/push')) {
              this.addEventListener('open', back);
              this.addEventListener('close', cut);
            }
          }
        };
      })();
      """;

  private CutLine() {}
}
