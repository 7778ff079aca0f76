/** Response schemas without room for members that nobody described: Prism would make some up, such as `"aliqua_89": true`. */
import type { IHttpOperation } from '@stoplight/types';
import { changeResponses } from './change-responses.js';

export const withoutOpenObjects = (operation: IHttpOperation): IHttpOperation =>
  changeResponses(operation, (node) => {
    // A schema for other members says what they are, so they are described.
    const isOpen = [node.type].flat().includes('object') && typeof node.additionalProperties !== 'object';
    return isOpen ? { ...node, additionalProperties: false } : node;
  });
