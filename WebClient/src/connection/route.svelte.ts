import { placeOf, type Place } from './place';

/** Where in the client we are; a few kinds of addresses need no library. */
class Route {
  #place = $state.raw<Place>(placeOf(location.pathname));

  constructor() {
    addEventListener('popstate', () => (this.#place = placeOf(location.pathname)));
  }

  get place(): Place {
    return this.#place;
  }

  go(path: string): void {
    if (location.pathname !== path) history.pushState(null, '', path);
    this.#place = placeOf(path);
  }
}

export const route = new Route();

/** A link within the client; whoever asks for a tab of its own gets it from the browser. */
export function follow(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  route.go(event.currentTarget.pathname);
}
