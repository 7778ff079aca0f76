import { describe, expect, test } from 'vitest';
import { customTool, toolDefinition } from '../../../src/protocols/parts/tools.js';

describe('a tool that cannot be called', () => {
  test.each([undefined, null, '', 7])('is none: its name is %j', (name) => {
    expect(toolDefinition(name, { type: 'object' })).toEqual([]);
    expect(customTool(name, {})).toEqual([]);
  });
});

test('a tool is known by its name, and by what it takes', () => {
  expect(toolDefinition('get_order', { type: 'object' })).toEqual([{ name: 'get_order', schema: { type: 'object' } }]);
  expect(toolDefinition('get_order', 7)).toEqual([{ name: 'get_order' }]);
  expect(customTool('sql', { syntax: 'regex', definition: 'a+' })).toEqual([{ name: 'sql', kind: 'custom', pattern: 'a+' }]);
});
