/** What a response says of the request that it answers. */
import { headerText } from '../http/header-text.js';
import type { Exchange } from './engine/exchange.js';

export function violationsHeader({ violations, warnings }: Exchange): string {
  const entries = [
    ...violations.map((violation) => `error ${violation.in}${violation.pointer}: ${violation.message}`),
    ...warnings.map((warning) => `warning ${warning.in}${warning.pointer}: ${warning.message}`),
  ];
  return headerText(entries, '...');
}
