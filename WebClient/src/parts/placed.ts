const gap = 12;

/** Shows a card in front of everything, beside the word it belongs to and inside the window. */
export function placed(card: HTMLElement, word: HTMLElement | undefined): void {
  card.showPopover();
  if (!word) return;
  const [at, own] = [word.getBoundingClientRect(), card.getBoundingClientRect()];
  const below = at.bottom + own.height + gap < innerHeight;
  card.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - own.width - gap))}px`;
  card.style.top = `${below ? at.bottom : at.top - own.height}px`;
}
