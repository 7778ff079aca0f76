/** A report with all that a form could stumble over. */
import type { Report } from '../../../src/check/report/report.js';

export const nasty = `a|b \`code\` \`\`two\`\` <b> & "q" ]]> 100%\r\n::error::no %0A \u0000\u001b[2J \ud800 🎉 *x* _y_ [l](u) #1 @someone, k: v`;

export const report: Report = {
  title: 'conform: recordings, app.har',
  time: new Date('2026-01-15T12:00:00.123Z'),
  notices: ['2 workflows were left out'],
  cases: [
    { group: 'createChatCompletion', name: 'first.json', status: 'passed', findings: [], durationMs: 1234 },
    {
      group: 'createChatCompletion',
      name: nasty,
      status: 'failed',
      file: 'recordings/a,b:c.json',
      findings: [{ message: nasty, details: [`repeat it: curl ${nasty}`] }, { message: 'response body /id: is required' }],
    },
    { group: 'listModels', name: 'second.json', status: 'failed', findings: [{ message: 'response body /id: is required' }] },
    { group: 'listModels', name: 'third.json', status: 'unreachable', findings: [], reason: 'no response: timeout' },
    { group: 'getVideo', name: 'fourth.json', status: 'skipped', findings: [], reason: 'over the budget' },
  ],
};

/** Many cases, each with a finding of its own. */
export const manyFailures = (count: number, status: 'failed' | 'unreachable' = 'failed'): Report => ({
  ...report,
  cases: Array.from({ length: count }, (_, index) => ({
    group: 'g',
    name: `case ${index}`,
    status,
    findings: [{ message: `finding ${index} ${'x'.repeat(200)}` }],
  })),
});
