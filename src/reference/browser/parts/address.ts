/** Where the mock of this page is: the page may lie below a path, and its address may say of which session it is. */

/** Where the address of a server is written; absent where the page comes from the mock. */
export const serverInput: HTMLInputElement | null = document.querySelector('#server');

// Links of the page are relative, so that they stay below that path.
if (!serverInput && !location.pathname.endsWith('/'))
  history.replaceState(null, '', `${location.pathname}/${location.search}${location.hash}`);

const [, above = location.pathname, inPath] = /^(.*\/)__session\/([^/]+)\/$/.exec(location.pathname) ?? [];
const inQuery = new URLSearchParams(location.search).get('session');

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Name of the session that the page is about; empty for all. */
export const session: string = inQuery ?? decoded(inPath ?? '');

/** Address of the server, with a slash at its end; empty where none is known. */
export function serverAddress(): string {
  if (!serverInput) return location.origin + above;
  const typed = serverInput.value.trim();
  return URL.canParse(typed) && /^https?:/.test(typed) ? typed.replace(/\/*$/, '/') : '';
}

/**
 * Address of a path of the mock, as a call of the page's own session or of another. Put together as text: no path leads to another host.
 * @param path begins with `/`
 */
export const addressOf = (path: string, of = session): string =>
  `${serverAddress()}${of === '' ? '' : `__session/${encodeURIComponent(of)}/`}${path.slice(1)}`;
