import { describe, expect, it } from 'vitest';
import { compare } from '../toy-contract.js';

const bear = 'Toys / bear / Make a toy';

describe('a page as the contract has it', () => {
  it.each(['make-a-toy.txt', 'make-a-toy.md', 'make-a-toy.squashed.txt', 'toy-schema.txt', 'welcome.txt', 'llms.txt'])(
    '%s is clean',
    (name) => {
      expect(compare(name).filter((line) => !line.startsWith('note'))).toEqual([]);
    },
  );
});

describe('a changed page', () => {
  it('names a renamed field where it stands, and the one it may have been', () => {
    expect(compare('make-a-toy.txt', { '"fur"': '"furr"' })).toEqual([
      `unknown-field | ${bear} | request example | /furr: field \`furr\` is not in the contract (which has \`fur\`)`,
      `  unknown-field | ${bear} | curl | /furr: field \`furr\` is not in the contract (which has \`fur\`)`,
    ]);
  });

  it('tells an unknown value from a broken rule', () => {
    const changes = { '"brown"': '"pink"', '"name" : "Bruno"': '"name" : "Bruno the exceedingly long"' };
    expect(compare('make-a-toy.squashed.txt', changes)).toEqual([
      'unknown-value | request example | /fur: value "pink" is not in the contract, which knows "brown", "white"',
      'violation | request example | /name: must have at most 20 characters, got string "Bruno the exceedingly long"',
      'note: the page does not say which one it is, so neither its date nor its text is compared',
    ]);
  });

  it('reports a new value of an open list, although the contract accepts it', () => {
    expect(compare('make-a-toy.txt', { '"fur": "brown"': '"voice": "shrill"' })).toContain(
      `  unknown-value | ${bear} | curl | /voice: value "shrill" is not in the contract, which knows "low", "high"`,
    );
  });

  it('says only that the alternative is unknown, not what every other one would want', () => {
    expect(compare('make-a-toy.md', { 'kind: bear\n                  name: Bruno': 'kind: doll' })).toEqual([
      `unknown-value | ${bear} | request example | /kind: value "doll" is not in the contract, which knows "bear", "train"`,
    ]);
  });

  it('finds a changed method, path and server', () => {
    expect(compare('make-a-toy.txt', { 'POST\n/v1/toys': 'PUT\n/v1/toys' })).toEqual([
      `operation-changed | ${bear}: the page says PUT /v1/toys, the contract has POST /v1/toys`,
    ]);
    expect(compare('make-a-toy.txt', { 'https://toys.example/v1/toys': 'https://toys.example/v2/toys' })).toEqual([
      `operation-changed | ${bear} | curl: the sample calls POST /v2/toys, the contract has POST /v1/toys`,
    ]);
    expect(compare('make-a-toy.md', { 'https://toys.example': 'https://new.example' })).toEqual([
      `server-changed | ${bear}: server https://new.example, the contract has https://toys.example`,
    ]);
  });

  it('finds a new status, but not one that the default answer covers', () => {
    expect(compare('make-a-toy.txt', { '🟠400': '🟠409' })).toEqual([`status-unknown | ${bear}: status 409 is not in the contract`]);
    expect(compare('make-a-toy.md', { "'400'": "'202'" })).toEqual([`status-unknown | ${bear}: status 202 is not in the contract`]);
  });

  it('checks an answer against the schema of its status', () => {
    expect(compare('make-a-toy.txt', { '"id": "toy-1"': '"id": 1' })).toEqual([
      `violation | ${bear} | example of 201 | /id: must be string, got number 1`,
    ]);
    expect(compare('make-a-toy.squashed.txt', { '"id" : "toy-1" ,': '' })).toContain('violation | response example | /id: is required');
  });

  it('compares the date of change by day, and by time where the docs map has one', () => {
    expect(compare('make-a-toy.txt', { '2026-02-01 08:00:00': '2026-02-01 23:59:59' })).toEqual([]);
    expect(compare('make-a-toy.txt', { '2026-02-01 08:00:00': '2026-03-01 00:00:00' })).toEqual([
      `newer | ${bear}: modified 2026-03-01, the contract follows 2026-02-01`,
    ]);
    expect(compare('welcome.txt', { '2026-02-01': '2026-02-02' })).toEqual([
      'newer | Welcome: modified 2026-02-02 08:00:00, the contract follows 2026-02-01 08:00:00',
    ]);
    expect(compare('welcome.txt', { '08:00:00': '08:00:01' })).toEqual([
      'newer | Welcome: modified 2026-02-01 08:00:01, the contract follows 2026-02-01 08:00:00',
    ]);
    expect(compare('welcome.txt', { '08:00:00': '07:59:59' })).toEqual([]);
  });

  it('reports a page that the docs map does not have', () => {
    expect(compare('make-a-toy.txt', { '\n\nMake a toy\n': '\n\nBreak a toy\n' })).toContain(
      'page-unknown | Break a toy: the docs map has no such page',
    );
  });

  it('reports an example that is no JSON', () => {
    expect(compare('make-a-toy.txt', { '"made_at": 1770000000\n}': '"made_at": 1770000000,\n}' })).toEqual([
      `malformed-example | ${bear} | example of 201: the example is not JSON`,
    ]);
  });

  it('finds an unknown field on a schema page, whose values are placeholders', () => {
    expect(compare('toy-schema.txt', { '"made_at"': '"made_on"' })).toEqual([
      'unknown-field | Schemas / Toys / Toy | schema example | /made_on: field `made_on` is not in the contract (which has `made_at`)',
    ]);
  });
});

describe('the schema inside the Markdown form', () => {
  it('shows fields, values and parameters that no example has', () => {
    expect(
      compare('make-a-toy.md', {
        '        fur:\n          type: string\n          enum: [brown, white]':
          '        fur:\n          type: string\n          enum: [brown, gold]\n        hat: { type: string }',
      }),
    ).toEqual([
      `changed | ${bear} | request schema | /fur: value "gold"; the contract has "white"`,
      `unknown-field | ${bear} | request schema | /hat: field \`hat\` is not in the contract (string)`,
    ]);
    expect(compare('make-a-toy.md', { 'in: header\n          required: true': 'in: query' })).toEqual([
      `changed | ${bear} | query parameter Authorization: parameter \`query Authorization\` is not in the contract (string)`,
    ]);
  });
});
