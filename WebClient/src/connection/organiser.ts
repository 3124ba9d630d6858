const fragment = '#organiser=';
const key = 'opsgame.organiser';
const door = '/api/organiser';

/** Signs in with the link the server printed, and takes the secret out of the address. True when a new cookie was set. */
export async function signInFromAddress(): Promise<boolean> {
  if (!location.hash.startsWith(fragment)) return false;
  const token = decodeURIComponent(location.hash.slice(fragment.length));
  history.replaceState(null, '', location.pathname);
  try {
    const answer = await fetch(door, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (answer.ok) localStorage.setItem(key, 'yes');
    return answer.ok;
  } catch {
    return false;
  }
}

/** Asks the server, but only in a browser that has signed in before: everybody else would be told no. */
export async function isOrganiser(): Promise<boolean> {
  if (localStorage.getItem(key) === null) return false;
  try {
    const signedIn = (await fetch(door)).status === 204;
    if (!signedIn) localStorage.removeItem(key);
    return signedIn;
  } catch {
    return false;
  }
}

/** False: the server did not hear of it, so this browser is still signed in. */
export async function signOut(): Promise<boolean> {
  try {
    const { ok } = await fetch(door, { method: 'DELETE' });
    if (ok) localStorage.removeItem(key);
    return ok;
  } catch {
    return false;
  }
}

/** Another sign-in link: the one so far is worth nothing from now on. Null: there is none to be had. */
export async function anotherLink(): Promise<string | null> {
  try {
    const answer = await fetch(`${door}/link`, { method: 'POST' });
    return answer.ok ? ((await answer.json()) as { link: string }).link : null;
  } catch {
    return null;
  }
}
