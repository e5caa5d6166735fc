/** As many lines as are kept; older ones give way to new ones, and can be asked for again. */
const MOST = 5000;
const COLOURS = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

/** Lines that came together; they go together too. */
interface Block {
  readonly element: HTMLElement;
  readonly from: number;
  readonly turn: number;
}

/**
 * <log-view>: the end of a log as it grows, in light DOM, styled by theme/files.css. The server sends what is new while
 * it is followed; `follow` says whether it is, `older` asks for what is before the first line.
 */
class LogView extends HTMLElement {
  private blocks: Block[] = [];
  private follows = true;
  private open = false;
  private hits: HTMLElement[] = [];
  private at = -1;
  private loading = false;
  private readonly lines = made('div', 'lines');
  private readonly top = made('div', 'ltop');
  private readonly older = made('button', 'link', 'Older lines');
  private readonly start = made('span', 'ink3');
  private readonly foot = made('div', 'lfoot');
  private readonly following = made('button', 'btn', 'Follow');
  private readonly wrap = made('button', 'btn', 'Wrap');
  private readonly search = made('input');
  private readonly count = made('span', 'ink2 xs');

  connectedCallback() {
    if (this.firstChild) return;
    this.following.dataset.test = 'follow';
    this.wrap.dataset.test = 'wrap';
    this.older.dataset.test = 'older';
    this.search.type = 'search';
    this.search.placeholder = 'Search in what is loaded';
    this.search.setAttribute('aria-label', 'Search in what is loaded');
    this.count.setAttribute('role', 'status');
    this.foot.setAttribute('role', 'status');
    this.foot.hidden = true;
    this.lines.tabIndex = 0;
    this.lines.setAttribute('role', 'log');
    // Read out line by line nobody could work beside it.
    this.lines.setAttribute('aria-live', 'off');
    this.lines.setAttribute('aria-label', this.getAttribute('name') ?? 'Log');
    this.top.append(this.older, this.start);
    this.top.hidden = true;
    this.lines.append(this.top);
    const bar = made('div', 'lbar');
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', 'How the log is shown');
    bar.append(this.following, this.wrap, this.search, this.count);
    this.append(bar, this.lines, this.foot);
    this.following.addEventListener('click', () => this.follow(!this.follows));
    this.wrap.addEventListener('click', () => this.wrapped(!this.classList.contains('wraps')));
    this.older.addEventListener('click', () => this.askOlder());
    this.search.addEventListener('input', () => this.find());
    this.search.addEventListener('keydown', (e) => {
      if (e.key === 'Enter') this.go(e.shiftKey ? -1 : 1);
      if (e.key === 'Escape') {
        this.search.value = '';
        this.find();
      }
    });
    // Who scrolls up wants to read: what comes meanwhile must not take the lines away.
    this.lines.addEventListener('scroll', () => {
      if (this.follows && !this.atEnd()) this.follow(false);
    });
    this.wrapped(false);
    this.press(this.following, true);
  }

  /** Called by the server. */
  later(text: string, from: number, turn: number) {
    if (!text) return;
    const element = made('div', 'blk');
    const rows = text.replace(COLOURS, '').split('\n');
    const ends = rows.at(-1) === '';
    if (ends) rows.pop();
    const last = this.blocks.at(-1)?.element.lastElementChild;
    if (this.open && last && rows.length > 0) last.textContent += rows.shift() ?? '';
    this.open = !ends;
    if (rows.length > 0) {
      element.append(...rows.map(line));
      this.blocks.push({ element, from, turn });
      this.lines.append(element);
    }
    while (this.size() > MOST && this.blocks.length > 1) this.blocks.shift()?.element.remove();
    this.changed();
    if (this.follows) this.toEnd();
  }

  /** Called by the server with what is before the first line. */
  earlier(text: string, from: number, turn: number) {
    this.loading = false;
    const element = made('div', 'blk');
    element.append(...text.replace(COLOURS, '').replace(/\n$/, '').split('\n').map(line));
    const below = this.lines.scrollHeight - this.lines.scrollTop;
    this.blocks.unshift({ element, from, turn });
    this.top.after(element);
    this.changed();
    this.lines.scrollTop = this.lines.scrollHeight - below;
  }

  /** Called by the server: a line that is not the log's. */
  note(text: string) {
    const element = made('div', 'blk');
    element.append(made('div', 'nt', text));
    this.open = false;
    const before = this.blocks.at(-1);
    this.blocks.push({ element, from: before?.from ?? 0, turn: before?.turn ?? 0 });
    this.lines.append(element);
    this.changed();
    if (this.follows) this.toEnd();
  }

  /** Called by the server: why there is nothing before, or nothing more. */
  over(text: string) {
    this.loading = false;
    this.older.hidden = true;
    this.start.textContent = text;
  }

  /** Called by the server: what is shown is no longer connected to what follows. */
  clear() {
    this.blocks.forEach((block) => block.element.remove());
    this.blocks = [];
    this.open = false;
    this.changed();
  }

  /** Called by the server: why the file cannot be read at present; empty when it can. */
  say(text: string) {
    this.foot.hidden = text === '';
    if (this.foot.textContent !== text) this.foot.textContent = text;
  }

  /** Called by the server once all that there is was sent. */
  ready() {
    this.dataset.ready = 'true';
    this.changed();
  }

  private size() {
    return this.blocks.reduce((sum, block) => sum + block.element.childElementCount, 0);
  }

  private changed() {
    const first = this.blocks[0];
    this.top.hidden = this.dataset.ready !== 'true' && !first;
    const full = this.size() >= MOST;
    this.older.hidden = !first || first.from === 0 || full;
    this.start.textContent = !first
      ? 'Nothing is written yet.'
      : first.from === 0
        ? 'Start of the file'
        : full
          ? `${MOST.toLocaleString('en')} lines are shown; download the file for the rest.`
          : '';
    if (this.search.value) this.find(false);
  }

  private follow(on: boolean) {
    this.follows = on;
    this.press(this.following, on);
    if (on) this.toEnd();
    this.dispatchEvent(new CustomEvent('follow', { detail: { on } }));
  }

  private wrapped(on: boolean) {
    this.classList.toggle('wraps', on);
    this.press(this.wrap, on);
    if (this.follows) this.toEnd();
  }

  private press(button: HTMLElement, on: boolean) {
    button.classList.toggle('on', on);
    button.setAttribute('aria-pressed', String(on));
  }

  private askOlder() {
    const first = this.blocks[0];
    if (!first || this.loading) return;
    this.loading = true;
    if (this.follows) this.follow(false);
    const { from, turn } = first;
    this.dispatchEvent(new CustomEvent('older', { detail: { from, turn } }));
  }

  private find(jump = true) {
    const wanted = this.search.value.toLowerCase();
    const all = [...this.lines.querySelectorAll<HTMLElement>('.ln')];
    all.forEach((each) => each.classList.remove('found', 'at'));
    this.hits = wanted ? all.filter((each) => (each.textContent ?? '').toLowerCase().includes(wanted)) : [];
    this.hits.forEach((each) => each.classList.add('found'));
    this.count.textContent = wanted ? `${this.hits.length.toLocaleString('en')} found` : '';
    if (!jump) return;
    this.at = this.hits.length;
    this.go(-1);
  }

  private go(step: number) {
    if (this.hits.length === 0) return;
    this.hits[this.at]?.classList.remove('at');
    this.at = (this.at + step + this.hits.length) % this.hits.length;
    const hit = this.hits[this.at];
    hit?.classList.add('at');
    this.count.textContent = `${this.at + 1} of ${this.hits.length.toLocaleString('en')}`;
    if (this.follows && this.at < this.hits.length - 1) this.follow(false);
    hit?.scrollIntoView({ block: 'nearest' });
  }

  private atEnd() {
    return this.lines.scrollHeight - this.lines.scrollTop - this.lines.clientHeight < 40;
  }

  private toEnd() {
    this.lines.scrollTop = this.lines.scrollHeight;
  }
}

function line(text: string) {
  return made('div', 'ln', text.replace(/\r$/, ''));
}

function made<K extends keyof HTMLElementTagNameMap>(tag: K, cls = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (cls) element.className = cls;
  if (text) element.textContent = text;
  if (element instanceof HTMLButtonElement) element.type = 'button';
  return element;
}

customElements.define('log-view', LogView);
