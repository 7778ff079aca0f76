/** Shapes as requests word them, and names of files that have one. */
import { expect, test } from 'vitest';
import { compileShape, requestExpressions, shapeIn, suffixOf } from '../../../src/mock/media/shape.js';

const asked = {
  size: ['$request.body#/size'],
  ratio: ['$request.body#/ratio'],
  seconds: ['$request.body#/seconds', '$response.body#/videos/*/length'],
};
const shapeOf = (request: Record<string, unknown>, answer?: unknown) =>
  compileShape(asked)((expression) => request[expression.slice('$request.body#/'.length)], answer);

test.each([
  [{ size: '1920x1080' }, { width: 64, height: 36 }],
  [{ size: '1080*1920' }, { width: 36, height: 64 }],
  [{ size: '1024X1024' }, { width: 64, height: 64 }],
  [{ ratio: '3:2' }, { width: 60, height: 40 }],
  [{ ratio: '21:9' }, { width: 56, height: 24 }],
  [{ size: '1920x1081' }, { width: 64, height: 36 }],
  [{ ratio: '1000:1' }, { width: 64, height: 2 }],
  [
    { size: 'auto', ratio: '1:1' },
    { width: 64, height: 64 },
  ],
  [{ ratio: 'adaptive' }, {}],
  [{ ratio: '0:9' }, {}],
  [{ size: { width: 1 } }, {}],
  [{ size: '999999x1' }, {}],
  [{ seconds: 5 }, { seconds: 5 }],
  [{ seconds: '8s' }, { seconds: 8 }],
  [{ seconds: '7.5' }, { seconds: 7.5 }],
  [{ seconds: 99999 }, { seconds: 600 }],
  [{ seconds: -1 }, {}],
  [{ seconds: 0 }, {}],
])('%j is %j', (request, shape) => {
  expect(shapeOf(request)).toEqual(shape);
});

test('what is not asked is as the answer shows it', () => {
  expect(shapeOf({ seconds: -1 }, { videos: [{ length: '5.0' }] })).toEqual({ seconds: 5 });
  expect(shapeOf({ seconds: 4 }, { videos: [{ length: '5.0' }] })).toEqual({ seconds: 4 });
  expect(requestExpressions(asked)).toEqual(['$request.body#/size', '$request.body#/ratio', '$request.body#/seconds']);
});

test.each([{}, { width: 64, height: 36 }, { seconds: 5 }, { width: 36, height: 64, seconds: 7.25 }])(
  '%j is read as it was written',
  (shape) => {
    expect(shapeIn(`a.name${suffixOf(shape)}`)).toEqual(shape);
  },
);

test.each(['.66x36', '.64x0', '.64x35', '.999999999x2', '.064x36', '.601s', '.0s', '.64x36-5.0s', '.64x36-9999999s'])(
  'a name that ends with %s has none',
  (suffix) => {
    expect(shapeIn(`file${suffix}`)).toBeUndefined();
  },
);
