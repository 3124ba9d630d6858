export type Place =
  | { readonly name: 'home' }
  | { readonly name: 'join'; readonly code: string }
  | { readonly name: 'drill'; readonly code: string }
  | { readonly name: 'lab'; readonly scenario: string | null; readonly plan: string | null }
  | { readonly name: 'boards'; readonly scenario: string | null }
  | { readonly name: 'learn'; readonly idea: string | null }
  | { readonly name: 'compare' }
  /** There is nothing at this address. */
  | { readonly name: 'nowhere' };

const id = '[a-z][a-z0-9-]*';
const lab = new RegExp(`^/lab(?:/(${id})(?:/(${id}))?)?/?$`);
const boards = new RegExp(`^/boards(?:/(${id}))?/?$`);
const learn = new RegExp(`^/learn(?:/(${id}))?/?$`);
const drill = /^\/(join|drill)\/([^/]+)\/?$/;

/** What an address of this client shows. */
export function placeOf(path: string): Place {
  if (path === '/') return { name: 'home' };
  if (/^\/compare\/?$/.test(path)) return { name: 'compare' };
  const inLab = lab.exec(path);
  if (inLab) return { name: 'lab', scenario: inLab[1] ?? null, plan: inLab[2] ?? null };
  const onBoards = boards.exec(path);
  if (onBoards) return { name: 'boards', scenario: onBoards[1] ?? null };
  const inLearn = learn.exec(path);
  if (inLearn) return { name: 'learn', idea: inLearn[1] ?? null };
  const [, name, text = ''] = drill.exec(path) ?? [];
  const code = decoded(text)?.toUpperCase();
  if (code && (name === 'join' || name === 'drill')) return { name, code };
  return { name: 'nowhere' };
}

/** Null: that is no text, whatever it was meant to be. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
