import '@xyflow/react/dist/base.css';
import { ReactAdapterElement } from 'Frontend/generated/flow/ReactAdapter';
import type { Command } from './commands';
import { PipelineGraph } from './graph';
import type { GraphModel, Stage } from './model';
import { Store } from './store';

/**
 * The element behind dev.gennaker.ui.graph.PipelineGraph: the server calls its methods, it answers with `graph-command`
 * events that carry everything in their detail.
 */
class PipelineGraphElement extends ReactAdapterElement {
  readonly #store = new Store();
  readonly #send = (command: Command) => {
    this.dispatchEvent(new CustomEvent('graph-command', { detail: command }));
  };

  /** Shows a model in place of whatever was shown. */
  showModel(model: GraphModel): void {
    this.#store.show(model, Date.now());
  }

  /** Replaces some stages; the structure stays. */
  patchStages(stages: Stage[], now: string): void {
    this.#store.patch(stages, now, Date.now());
  }

  /** Selects without telling the server, who asked for it. */
  selectStages(ids: string[]): void {
    this.#store.select(ids);
    if (ids.length === 0) {
      this.#store.set({ active: undefined });
    }
  }

  /** Brings a stage into sight. */
  reveal(id: string): void {
    this.#store.set({ reveal: { id } });
  }

  /** Lets screen readers say it; shown as well where it matters. */
  announce(text: string, visible: boolean): void {
    this.#store.set(visible ? { announcement: text, notice: text } : { announcement: text });
  }

  /** Gives the keyboard back to the canvas. */
  focusBoard(): void {
    this.querySelector<HTMLElement>('[data-focus="board"]')?.focus({ preventScroll: true });
  }

  /** Puts text on the clipboard, also where the page is not served securely. */
  async putOnClipboard(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      area.className = 'vh';
      this.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      this.focusBoard();
    }
  }

  protected override render() {
    return <PipelineGraph store={this.#store} send={this.#send} />;
  }
}

customElements.define('pipeline-graph', PipelineGraphElement);
