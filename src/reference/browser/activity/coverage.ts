/** What of the contract was used. */
import type { CoverageReport, CoverageRow } from '../../../journal/coverage.js';
import { el } from '../parts/dom.js';
import { ask } from './control.js';
import { createRows, type Row } from './rows.js';

interface Share {
  hit: number;
  total: number;
}

interface OperationCoverage {
  operation: string;
  rows: CoverageRow[];
}

function meterOf(name: string, { hit, total }: Share): HTMLElement {
  const label = `${hit} of ${total} ${name}`;
  return el('p', {}, el('meter', { min: 0, max: total, value: hit, ariaLabel: label }), ` ${label}`);
}

const timesOf = (hits: number): string => (hits === 0 ? 'never' : `${hits} ×`);

const rowOf = ({ status, mediaType, example, hits }: CoverageRow): HTMLElement =>
  el(
    'li',
    { className: hits === 0 ? 'muted' : '' },
    el('span', { className: `status s${status[0]}` }, status),
    el('span', {}, example ?? mediaType),
    el('span', {}, timesOf(hits)),
  );

function createOperation(): Row<OperationCoverage> {
  const line = el('summary');
  const list = el('ul', { className: 'covered' });
  const element = el('details', {}, line, list);
  let rows: CoverageRow[] = [];
  const fill = () => list.replaceChildren(...rows.map(rowOf));
  element.addEventListener('toggle', () => element.open && fill());
  return {
    element,
    show({ operation, rows: all }) {
      rows = all;
      const hits = all.filter((row) => row.hits > 0).length;
      element.className = hits === 0 ? 'muted' : '';
      line.replaceChildren(el('code', {}, operation), el('span', {}, `${hits} of ${all.length}`));
      if (element.open) fill();
    },
  };
}

/** @returns the board, and what renews it */
export function createCoverage(): { element: HTMLElement; look(): Promise<void> } {
  const totals = el('div');
  const list = el('div', { className: 'operations' });
  const show = createRows<OperationCoverage>(list, ({ operation }) => operation, createOperation);
  return {
    element: el('div', {}, totals, list),
    async look() {
      const { rows, operations, answers, states }: CoverageReport = JSON.parse(await ask('coverage'));
      totals.replaceChildren(meterOf('operations', operations), meterOf('answers', answers), meterOf('states of jobs', states));
      const names = [...new Set(rows.map(({ operation }) => operation))];
      show(names.map((operation) => ({ operation, rows: rows.filter((row) => row.operation === operation) })));
    },
  };
}
