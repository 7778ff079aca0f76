/** The filter over the list of operations: by name, path, model or field. */
import type { TryData } from '../try-data.js';

export function createFilter(input: HTMLInputElement, { operations }: TryData, sections: readonly HTMLElement[], search: () => void): void {
  const none = document.querySelector<HTMLElement>('#no-operation');
  const linkTo = (id: string) => document.querySelector<HTMLAnchorElement>(`#side a[href="#${CSS.escape(id)}"]`);
  const rows = sections.map((section) => {
    const link = linkTo(section.id);
    const text = `${section.id} ${link?.title} ${link?.textContent} ${operations[section.id]?.words}`;
    return { section, row: link?.parentElement, text: text.toLowerCase() };
  });
  const groups = document.querySelectorAll<HTMLElement>('#side section, main .group');

  function apply(): void {
    const words = input.value.toLowerCase().split(/\s+/);
    for (const { section, row, text } of rows) {
      section.hidden = !words.every((word) => text.includes(word));
      row?.toggleAttribute('hidden', section.hidden);
    }
    for (const group of groups) group.hidden = !group.querySelector(':scope > ul > li:not([hidden]), :scope > .operation:not([hidden])');
    const isEmpty = rows.every(({ section }) => section.hidden);
    if (!none) return;
    none.hidden = !isEmpty;
    none.replaceChildren();
    if (!isEmpty) return;
    const button = (text: string, onclick: () => void) =>
      Object.assign(document.createElement('button'), { type: 'button', textContent: text, onclick });
    none.append(
      `No operation has “${input.value}” in its name, path, models or fields. `,
      button('Show all', () => {
        input.value = '';
        apply();
        input.focus();
      }),
      ' ',
      button('Search everything', search),
    );
  }
  input.addEventListener('input', apply);
}
