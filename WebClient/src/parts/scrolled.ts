/** What scrolls can be scrolled by keyboard: with nothing in it to focus, it is focused itself. */
export function scrolled(node: HTMLElement): void {
  node.tabIndex = 0;
}
