/** Copies texts, and says so on the button. */

/** Milliseconds for which it is said. */
const said = 1500;

/** Without a safe connection a page is not given the clipboard, and copies what is selected. */
function copySelected(text: string): boolean {
  const area = Object.assign(document.createElement('textarea'), { value: text, className: 'aside' });
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  return isDone;
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** @param label what the button says while nothing has been copied */
export async function copy(text: string, button: HTMLElement, label = button.textContent ?? ''): Promise<void> {
  const isDone = await copied(text);
  button.textContent = isDone ? 'Copied' : 'Not copied';
  button.focus();
  setTimeout(() => {
    button.textContent = label;
  }, said);
}
