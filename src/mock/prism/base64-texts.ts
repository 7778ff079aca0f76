/** Response schemas that say with a pattern what base64 is: Prism takes it for any text, and makes up words. */
import type { IHttpOperation } from '@stoplight/types';
import { changeResponses } from './change-responses.js';

const base64 = '^(?:[A-Za-z0-9+/]{4}){2,12}$';

export const withBase64Patterns = (operation: IHttpOperation): IHttpOperation =>
  changeResponses(operation, (node) =>
    node.contentEncoding === 'base64' && node.type === 'string' && node.pattern === undefined ? { ...node, pattern: base64 } : node,
  );
