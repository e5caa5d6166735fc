const SPRITE = 'assets/theme/icons.svg';

/** A line icon of the sprite; decoration, so it is hidden from screen readers. */
export function Icon({ name, className = '' }: { name: string; className?: string }) {
  return (
    <svg className={`i ${className}`} aria-hidden="true">
      <use href={`${SPRITE}#${name || 'puzzle'}`} />
    </svg>
  );
}

/** A status shape of the sprite; the word stands beside it. */
export function Shape({ name, className = '' }: { name: string; className?: string }) {
  return (
    <svg className={`sh ${className}`} aria-hidden="true">
      <use href={`${SPRITE}#${name}`} />
    </svg>
  );
}
