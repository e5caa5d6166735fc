/** <gn-time at mode>: a moment that keeps reading right; kit/Words.java writes the same words. */

const elements = new Set<GnTime>();
let timer: number | undefined;

/** How far the server's clock is ahead of this browser's, in ms; the shell knows the server's. */
function skew(): number {
  const shell = document.querySelector<HTMLElement & { skew?: number }>('.shell[data-now]');
  if (!shell) return 0;
  shell.skew ??= Number(shell.dataset.now) - Date.now();
  return shell.skew;
}

const two = (n: number) => String(n).padStart(2, '0');

export function age(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min`;
  if (s < 7200) return `1 h ${two(Math.floor((s - 3600) / 60))}`;
  return s < 172800 ? `${Math.floor(s / 3600)} h` : `${Math.floor(s / 86400)} d`;
}

export function elapsed(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  return s < 3600
    ? `${Math.floor(s / 60)}:${two(s % 60)}`
    : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

function clock(at: Date, now: Date, seconds: boolean): string {
  const time = `${two(at.getHours())}:${two(at.getMinutes())}${seconds ? `:${two(at.getSeconds())}` : ''}`;
  if (at.toDateString() === now.toDateString()) return time;
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return seconds ? `${day}, ${time}` : day;
}

class GnTime extends HTMLElement {
  static readonly observedAttributes = ['at', 'mode'];

  connectedCallback() {
    elements.add(this);
    timer ??= window.setInterval(() => elements.forEach((element) => element.write()), 1000);
    this.write();
  }

  disconnectedCallback() {
    elements.delete(this);
    if (elements.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  attributeChangedCallback() {
    this.write();
  }

  write() {
    const at = new Date(this.getAttribute('at') ?? '');
    if (Number.isNaN(at.getTime())) return;
    const now = Date.now() + skew();
    const gone = (now - at.getTime()) / 1000;
    const mode = this.getAttribute('mode');
    const words =
      mode === 'elapsed' ? elapsed(gone)
      : mode === 'until' ? (gone >= 0 ? 'now' : `in ${age(-gone + 1)}`)
      : mode === 'clock' ? clock(at, new Date(now), false)
      : mode === 'seconds' ? clock(at, new Date(now), true)
      : age(gone);
    if (this.textContent !== words) this.textContent = words;
    const full = at.toLocaleString();
    if (this.title !== full) this.title = full;
  }
}

customElements.define('gn-time', GnTime);
