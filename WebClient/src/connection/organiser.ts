import type { Refusal, Text } from '../wire';

const fragment = '#organiser=';
const key = 'opsgame.organiser';
const door = '/api/organiser';

/** What the organiser's door says. No: with a reason, unless the server could not be reached. */
export type Answer = { readonly yes: true; readonly link: string | null } | { readonly yes: false; readonly why: Text | null };

const unreached: Answer = { yes: false, why: null };

async function ask(method: 'GET' | 'POST' | 'DELETE', path = '', body?: object): Promise<Answer> {
  try {
    const answer = await fetch(door + path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (answer.ok) {
      return { yes: true, link: answer.status === 204 ? null : ((await answer.json()) as { link: string }).link };
    }
    const { text } = (await answer.json()) as Refusal;
    // Its sign-in is over: nothing is asked with it again. What is busy or broken says nothing about it.
    if (answer.status === 401) localStorage.removeItem(key);
    return { yes: false, why: text };
  } catch {
    return unreached;
  }
}

/** Signs in with the link the server printed, and takes the secret out of the address. Null: there is none in it. */
export async function signInFromAddress(): Promise<Answer | null> {
  if (!location.hash.startsWith(fragment)) return null;
  const { hash, pathname } = location;
  history.replaceState(null, '', pathname);
  const answer = await ask('POST', '', { token: decodeURIComponent(hash.slice(fragment.length)) });
  if (answer.yes) localStorage.setItem(key, 'yes');
  // Nobody has seen it: loading the page again tries again.
  else if (answer === unreached) history.replaceState(null, '', pathname + hash);
  return answer;
}

/** Asks the server, but only in a browser that has signed in before: everybody else would be told no. Null: it has not. */
export async function isOrganiser(): Promise<Answer | null> {
  return localStorage.getItem(key) === null ? null : ask('GET');
}

/** No: the server did not hear of it, so this browser is still signed in. */
export async function signOut(everywhere: boolean): Promise<Answer> {
  const answer = await ask('DELETE', everywhere ? '/everywhere' : '');
  if (answer.yes) localStorage.removeItem(key);
  return answer;
}

/** Another sign-in link: the one so far is worth nothing from now on. */
export async function anotherLink(): Promise<Answer> {
  return ask('POST', '/link');
}
