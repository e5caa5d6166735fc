/** What the shell does without asking the server: keys, light, width of the navigation. */

const root = document.documentElement;

function act(action: string) {
  if (action === 'light') {
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    dispatchEvent(new CustomEvent('gennaker-theme', { detail: next }));
  } else if (action.startsWith('theme-')) {
    const chosen = action.slice('theme-'.length);
    dispatchEvent(new CustomEvent('gennaker-theme', { detail: chosen === 'system' ? '' : chosen }));
  } else if (action === 'collapse') {
    const collapsed = root.dataset.nav === 'collapsed' ? '' : 'collapsed';
    root.dataset.nav = collapsed;
    localStorage.setItem('gennaker.nav', collapsed);
  }
}

document.addEventListener('click', (event) => {
  const target = (event.target as Element | null)?.closest?.('[data-action]');
  if (target) act(target.getAttribute('data-action')!);
});

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    if (!document.querySelector('.hits')) document.querySelector<HTMLElement>('[data-action="find"]')?.click();
    return;
  }
  const hits = document.querySelector<HTMLElement>('.hits');
  if (hits && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) move(hits, event);
});

/** The chosen hit follows the arrows while the words keep the focus. */
function move(hits: HTMLElement, event: KeyboardEvent) {
  const rows = [...hits.querySelectorAll<HTMLElement>('.hit')];
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row.getAttribute('aria-selected') === 'true');
  event.preventDefault();
  if (event.key === 'Enter') {
    rows[Math.max(0, at)].click();
    return;
  }
  const next = rows[(at + (event.key === 'ArrowDown' ? 1 : -1) + rows.length) % rows.length];
  rows.forEach((row) => row.setAttribute('aria-selected', String(row === next)));
  next.id = 'chosen-hit';
  rows.filter((row) => row !== next).forEach((row) => row.removeAttribute('id'));
  next.scrollIntoView({ block: 'nearest' });
  document.activeElement?.setAttribute('aria-activedescendant', next.id);
}

/** Vaadin's connection indicator stands outside the landmarks; it speaks by itself, so it is a status. */
function nameIndicator() {
  const indicator = document.querySelector('vaadin-connection-indicator');
  if (indicator) indicator.setAttribute('role', 'status');
  else requestAnimationFrame(nameIndicator);
}
nameIndicator();
