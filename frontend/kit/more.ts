/** <gn-more>: says in-sight when it is scrolled into sight, and again after each lookAgain(). */
class GnMore extends HTMLElement {
  private readonly observer = new IntersectionObserver((seen) => {
    if (seen.some((entry) => entry.isIntersecting)) this.dispatchEvent(new CustomEvent('in-sight'));
  });

  connectedCallback() {
    this.observer.observe(this);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }

  lookAgain() {
    this.observer.unobserve(this);
    if (this.isConnected) this.observer.observe(this);
  }
}

customElements.define('gn-more', GnMore);
