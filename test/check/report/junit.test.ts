/** A report as JUnit, read by a parser of XML. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { junitReport } from '../../../src/check/report/junit.js';
import { manyFailures, nasty, report } from './reports.js';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
  htmlEntities: true,
  isArray: (name) => ['testsuite', 'testcase'].includes(name),
});

const read = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml).testsuites.testsuite;
};

/** What is left of a text in XML. */
const inXml = (text: string) => text.replace(/[\p{Cc}\ud800]/gu, (character) => (/[\t\n\r]/.test(character) ? character : '\ufffd'));

test('has a suite per group, with counts and times', () => {
  const suites = read(junitReport(report));
  expect(suites).toMatchObject([
    {
      name: 'createChatCompletion',
      id: '0',
      package: 'conform: recordings, app.har',
      timestamp: '2026-01-15T12:00:00',
      hostname: 'localhost',
      tests: '2',
      failures: '1',
      errors: '0',
      skipped: '0',
      time: '1.234',
      'system-out': '2 workflows were left out',
    },
    { name: 'listModels', id: '1', tests: '2', failures: '1', errors: '1', skipped: '0' },
    { name: 'getVideo', id: '2', tests: '1', failures: '0', errors: '0', skipped: '1' },
  ]);
  expect(suites[1].testcase[1]).toMatchObject({
    name: 'third.json',
    classname: 'listModels',
    time: '0.000',
    error: { message: 'no response: timeout', type: 'unreachable', '#text': 'no response: timeout' },
  });
  expect(suites[2].testcase[0].skipped).toEqual({ message: 'over the budget' });
});

test('keeps what XML can say, and replaces what it cannot', () => {
  const xml = junitReport(report);
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  expect(xml).not.toContain('CDATA');
  const { failure } = read(xml)[0].testcase[1];
  expect(failure.message).toBe(`${inXml(nasty)}, and 1 more`);
  expect(failure['#text']).toBe(`${inXml(nasty)}\n  repeat it: curl ${inXml(nasty)}\nresponse body /id: is required`);
});

test('is valid where there is nothing, and where there is much', () => {
  expect(XMLValidator.validate(junitReport({ ...report, cases: [] }))).toBe(true);
  expect(read(junitReport(manyFailures(5000)))[0].testcase).toHaveLength(5000);
});
