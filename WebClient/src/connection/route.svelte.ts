export type Place =
  | { readonly name: 'home' }
  | { readonly name: 'join'; readonly code: string }
  | { readonly name: 'drill'; readonly code: string }
  | { readonly name: 'lab'; readonly scenario: string | null; readonly plan: string | null }
  | { readonly name: 'compare' };

function placeOf(path: string): Place {
  const lab = /^\/lab(?:\/([a-z][a-z0-9-]*)(?:\/([a-z][a-z0-9-]*))?)?\/?$/.exec(path);
  if (lab) return { name: 'lab', scenario: lab[1] ?? null, plan: lab[2] ?? null };
  if (/^\/compare\/?$/.test(path)) return { name: 'compare' };
  const match = /^\/(join|drill)\/([^/]+)\/?$/.exec(path);
  if (!match?.[2]) return { name: 'home' };
  const code = decodeURIComponent(match[2]).toUpperCase();
  return match[1] === 'join' ? { name: 'join', code } : { name: 'drill', code };
}

/** Where in the client we are; a few kinds of addresses need no library. */
class Route {
  #place = $state.raw<Place>(placeOf(location.pathname));
  /** Somebody came to an address that leads nowhere. */
  lost = $state(false);

  constructor() {
    if (this.#place.name === 'home' && location.pathname !== '/') {
      this.lost = true;
      history.replaceState(null, '', `/${location.hash}`);
    }
    addEventListener('popstate', () => (this.#place = placeOf(location.pathname)));
  }

  get place(): Place {
    return this.#place;
  }

  go(path: string): void {
    if (location.pathname !== path) history.pushState(null, '', path);
    this.#place = placeOf(path);
    this.lost = false;
  }
}

export const route = new Route();
