/** How well a query fits a text: every letter in order; runs and word starts count more. Null: it does not fit. */
export function fit(query: string, text: string): number | null {
  const wanted = query.toLowerCase().replaceAll(' ', '');
  const within = text.toLowerCase();
  let score = 0;
  let from = 0;
  let run = 0;
  for (const letter of wanted) {
    const at = within.indexOf(letter, from);
    if (at < 0) return null;
    run = at === from && from > 0 ? run + 1 : 0;
    const starts = at === 0 || /[\s\-·_/]/.test(within[at - 1] ?? '');
    score += 1 + run * 2 + (starts ? 3 : 0) - Math.min(2, (at - from) * 0.05);
    from = at + 1;
  }
  return score - within.length * 0.01;
}

/** The items that fit, best first; all of them for an empty query. */
export function search<Item>(query: string, items: readonly Item[], textOf: (item: Item) => string): Item[] {
  if (query.trim() === '') return [...items];
  return items
    .map((item) => ({ item, score: fit(query.trim(), textOf(item)) }))
    .filter((found): found is { item: Item; score: number } => found.score !== null)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.item);
}
