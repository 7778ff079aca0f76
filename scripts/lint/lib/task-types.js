/** Types of the job families under the root's `x-tasks`. */

const text = { type: 'string' };
const number = { type: 'number' };
const texts = { type: 'array', items: text };
const anything = { type: 'object' };

/** @param {Record<string, unknown>} fields */
const record = (fields, required = Object.keys(fields)) => ({ properties: fields, required });

export const taskTypes = {
  XTasks: { properties: {}, additionalProperties: () => 'XTaskFamily' },
  XTaskFamily: record(
    {
      id: 'XTaskId',
      state: text,
      initial: text,
      order: texts,
      states: 'XTaskStates',
      times: 'XTaskTimes',
      unknown: 'XTaskUnknown',
      progress: text,
      result: text,
      error: text,
      message: text,
      code: text,
      media: anything,
      signed: anything,
      shape: 'XShape',
      addresses: anything,
      count: 'XTaskCounts',
      onlyIf: anything,
      lifetime: 'XTaskLifetime',
      echo: 'XTaskEchoes',
      keeps: texts,
      remember: 'XTaskRemember',
      remix: 'XTaskRemix',
      callback: 'XTaskCallback',
      list: 'XTaskList',
      'x-docs': 'XDocs',
    },
    ['id', 'state', 'initial', 'order', 'states', 'times', 'unknown', 'x-docs'],
  ),
  XShape: record({ size: texts, ratio: texts, seconds: texts }, []),
  XTaskCounts: { properties: {}, items: 'XTaskCount' },
  XTaskCount: record({ at: text, from: text, default: number, exact: { type: 'boolean' }, less: text, index: text, total: text }, [
    'at',
    'from',
    'default',
  ]),
  XTaskId: record({ at: text, template: text }),
  XTaskStates: { properties: {}, additionalProperties: () => 'XTaskState' },
  XTaskState: record(
    { value: text, outcome: { enum: ['success', 'failure'] }, has: { type: 'array', items: texts }, is: anything, status: anything },
    ['value', 'status'],
  ),
  XTaskTimes: record({ format: { enum: ['unix', 'rfc3339'] }, created: text, updated: text, completed: text, expires: text }, ['format']),
  XTaskUnknown: record({ status: number }),
  XTaskLifetime: record({ seconds: number, from: text, then: text }, ['seconds']),
  XTaskEchoes: { properties: {}, additionalProperties: (/** @type {unknown} */ value) => (typeof value === 'string' ? text : 'XTaskEcho') },
  XTaskEcho: record({ from: text, except: { type: 'array' }, unless: 'XTaskEchoUnless' }, ['from']),
  XTaskEchoUnless: record({ asked: texts, models: texts }),
  XTaskRemember: record({ model: text }),
  XTaskRemix: record({ source: text, inherit: texts, requires: text }),
  XTaskCallback: record({ url: text, on: { enum: ['outcome', 'change'] }, tries: number, delays: { type: 'array', items: number } }),
  XTaskList: record(
    { items: text, newestFirst: { type: 'boolean' }, more: text, first: text, last: text, after: text, limit: text, filter: anything },
    ['items'],
  ),
};
