import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Document } from '../../../scripts/lib/document.js';
import { project } from '../../../scripts/lib/project.js';
import { type Coverage, coverageOf, scoreOf } from '../../../scripts/vendor/coverage.js';
import { readVendorFacts, type VendorFacts } from '../../../scripts/vendor/facts.js';
import { raise, ratchetProblems, readRatchet } from '../../../scripts/vendor/ratchet.js';

const vendor = (facts: string): VendorFacts => ({
  name: 'toys',
  operation: 'talk',
  request: null,
  response: null,
  event: null,
  'on-purpose': [],
  ...parse(facts),
});
const cover = async (facts: string): Promise<Coverage> => {
  const text = await readFile(new URL('../../fixtures/diff/openapi.yaml', import.meta.url), 'utf8');
  return coverageOf(parse(text) as Document, vendor(facts));
};

describe('the coverage of a protocol', () => {
  it('counts each field and each listed value of request, response and event', async () => {
    expect(
      await cover('{ request: { text: , volume: , voice: [low, shrill] }, response: { text: }, event: { delta: , usage: { total: } } }'),
    ).toEqual({
      name: 'toys',
      facts: 9,
      covered: 6,
      onPurpose: [],
      gaps: ['request.volume', 'request.voice=shrill', 'event.usage.total'],
      outdated: [],
    });
  });

  it('sees through arrays, references and alternatives', async () => {
    const { gaps } = await cover('{ response: { parts: { type: [word, sound, smell], word: , sound: , smell: } } }');
    expect(gaps).toEqual(['response.parts.type=smell', 'response.parts.smell']);
  });

  it('takes any value where the contract lists none', async () => {
    expect((await cover('{ request: { text: [hello] } }')).gaps).toEqual([]);
  });

  it('takes values beside members', async () => {
    expect((await cover("{ request: { voice: { '=': [low, shrill] } } }")).gaps).toEqual(['request.voice=shrill']);
  });

  it('tells what is left out on purpose, with all below it, and what is wrongly said to be', async () => {
    const facts = '{ request: { text: , volume: { unit: [db] } }, on-purpose: [{ at: [request.volume, request.text], reason: Quiet. }] }';
    expect(await cover(facts)).toMatchObject({
      covered: 1,
      facts: 4,
      onPurpose: ['request.volume', 'request.volume.unit', 'request.volume.unit=db'],
      gaps: [],
      outdated: ['request.text'],
    });
  });

  it('needs an operation of the contract', async () => {
    await expect(cover('{ operation: sing }')).rejects.toThrow('The contract has no operation sing');
  });
});

describe('the ratchet', () => {
  const coverage = (covered: number): Coverage => ({ name: 'toys', facts: 3, covered, onPurpose: [], gaps: [], outdated: [] });

  it('lets a score rise but not fall', () => {
    expect(ratchetProblems({ toys: 0.5 }, [coverage(1)])).toEqual(['toys: covers 33.3 %, which was 50.0 % before']);
    expect(ratchetProblems({ toys: 0.5 }, [coverage(2)])).toEqual([]);
    expect(ratchetProblems({}, [coverage(2)])).toHaveLength(1);
  });

  it('is raised to the score, never lowered, and holds at once', () => {
    const raised = raise({ toys: 0.5 }, [coverage(2)]);
    expect(raised).toEqual({ toys: 0.666 });
    expect(ratchetProblems(raised, [coverage(2)])).toEqual([]);
    expect(raise({ toys: 0.9 }, [coverage(2)])).toEqual({ toys: 0.9 });
  });

  it('complains about a reason that has become void', () => {
    expect(ratchetProblems({ toys: 0 }, [{ ...coverage(2), outdated: ['request.text'] }])).toEqual([
      expect.stringContaining('request.text is said to be left out on purpose'),
    ]);
  });
});

describe('the real contract', () => {
  it('covers the vendors as much as it did', async () => {
    const document = JSON.parse(await readFile(join(project.generated, 'openapi.json'), 'utf8')) as Document;
    const coverages = (await readVendorFacts()).map((facts) => coverageOf(document, facts));
    expect(coverages.map(({ name }) => name)).toEqual(['anthropic-messages', 'gemini-generate-content', 'openai-chat', 'openai-responses']);
    expect(ratchetProblems(await readRatchet(), coverages)).toEqual([]);
    for (const coverage of coverages) expect(scoreOf(coverage)).toBeGreaterThan(0.4);
  });
});
