/** The key, and the address of a server where the page asks for one: kept in this tab until it is closed. */
import { serverInput } from './parts/address.js';

const prefix = 'reference.';

/** A page may be refused the storage, and works without it. */
function stored(name: string): string | null {
  try {
    return sessionStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

function store(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(prefix + name);
    else sessionStorage.setItem(prefix + name, value);
  } catch {}
}

function keep(input: HTMLInputElement, changed = () => {}): void {
  const before = stored(input.id);
  if (before !== null) input.value = before;
  input.addEventListener('input', () => {
    store(input.id, input.value);
    changed();
  });
}

export function keepKey(): void {
  const input = document.querySelector<HTMLInputElement>('#key');
  const forget = document.querySelector<HTMLButtonElement>('#forget');
  if (serverInput) keep(serverInput);
  if (!input || !forget) return;
  const show = () => {
    forget.hidden = stored(input.id) === null;
  };
  keep(input, show);
  show();
  forget.onclick = () => {
    store(input.id, null);
    input.value = input.defaultValue;
    show();
    input.focus();
  };
}
