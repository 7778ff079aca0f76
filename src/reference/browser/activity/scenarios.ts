/** The scenarios of the mock: how often each answered, and what it says next. */
import { session } from '../parts/address.js';
import { el } from '../parts/dom.js';
import { ask } from './control.js';
import { createRows, type Row } from './rows.js';

/** What the mock tells of a scenario. */
interface Scenario {
  name: string;
  file?: string;
  added?: true;
  session?: string;
  calls: number;
  answers: number;
  next?: number;
  nextAnswer?: string;
}

/** More are counted, and not shown. */
const most = 200;

const originOf = ({ file, added, session: only }: Scenario): string =>
  [file ?? (added ? 'added while it runs' : 'of code'), ...(only === undefined ? [] : [`session ${only}`])].join(', ');

function nextOf({ next, answers, nextAnswer }: Scenario): HTMLElement {
  if (next === undefined) return el('p', { className: 'muted' }, 'has no more answers');
  return el('p', {}, `next: ${next + 1} of ${answers} `, nextAnswer === undefined ? 'made by code' : el('code', {}, nextAnswer));
}

/** @param changed told when there is one less */
function createScenario(changed: () => void): Row<Scenario> {
  const told = el('div');
  const remove = el('button', { type: 'button' }, 'Remove');
  const problem = el('p', { className: 'failure', role: 'alert' });
  const element = el('li', {}, told, remove, problem);
  return {
    element,
    show(scenario) {
      const { name, calls, added } = scenario;
      told.replaceChildren(
        el(
          'p',
          {},
          el('b', {}, name),
          el('span', { className: 'muted' }, ` ${originOf(scenario)}, ${calls} ${calls === 1 ? 'call' : 'calls'}`),
        ),
        nextOf(scenario),
      );
      remove.hidden = !added;
      remove.ariaLabel = `Remove ${name}`;
      remove.onclick = async () => {
        problem.textContent = '';
        await ask(`scenarios?name=${encodeURIComponent(name)}`, { method: 'DELETE' }).catch((error: Error) => {
          problem.textContent = error.message;
        });
        changed();
      };
    },
  };
}

/** @returns the list, and what renews it */
export function createScenarios(changed: () => void): { element: HTMLElement; look(): Promise<void> } {
  const list = el('ul', { className: 'scenarios', tabIndex: 0, ariaLabel: 'Scenarios' });
  const note = el('p', { className: 'muted' });
  const show = createRows<Scenario>(
    list,
    ({ name }) => name,
    () => createScenario(changed),
  );
  return {
    element: el('div', {}, note, list),
    async look() {
      const all: Scenario[] = JSON.parse(await ask('scenarios'));
      const seen = all.filter((one) => session === '' || one.session === undefined || one.session === session);
      note.textContent =
        seen.length === 0
          ? 'None: the documentation answers.'
          : seen.length > most
            ? `The first ${most} of ${seen.length}, in the order in which they are tried.`
            : 'In the order in which they are tried.';
      show(seen.slice(0, most));
    },
  };
}
