/** Makes elements. */

type Child = Node | string | undefined | false;

/** An element with properties; members of `dataset` and attributes that are no properties go into `attributes`. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<Omit<HTMLElementTagNameMap[K], 'dataset' | 'style'>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return element;
}

/** A field of a form with its name above it. */
export const labelled = (name: string, control: HTMLElement, hint = ''): HTMLLabelElement =>
  el('label', { className: 'control', title: hint }, el('span', {}, name), control);

export const option = (value: string, text = value): HTMLOptionElement => el('option', { value, textContent: text });
