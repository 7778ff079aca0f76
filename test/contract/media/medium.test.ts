import { describe, expect, test } from 'vitest';
import { formsOf, isMedium } from '../../../src/contract/media/medium.js';

const some = 'A'.repeat(50);
const [png, jpeg] = [`iVBORw0KGgo${some}`, `/9j/${some}`];
const picture = { of: 'image', as: ['https', 'data', 'base64'] } as const;
const isPicture = (text: string, named?: string) => isMedium(text, { ...picture, as: [...picture.as] }, named);

describe('a text of a picture', () => {
  test.each([
    'https://example.com/a',
    'HTTPS://example.com/a',
    png,
    `data:image/png;base64,${png}`,
    `data:image/jpg;base64,${jpeg}`,
    `data:image/png;name=a.png;base64,${png}`,
    `data:application/octet-stream;base64,${png}`,
    `data:image/x-unknown;base64,${png}`,
    `data:image/png;base64,iVBORw0KGgo%2B${some}`,
    `data:image/heic;base64,AAAAHGZ0eXBoZWlj${some}`,
    'aGVsbG8=',
  ])('may be %s', (text) => {
    expect(isPicture(text)).toBe(true);
  });

  test.each([
    'http://example.com/a',
    'C:\\a.png',
    './a.png',
    'file:///a.png',
    some,
    `data:text/html;base64,${png}`,
    `data:image/png,${png}`,
    `data:;base64,${png}`,
    `data:image/png;base64,${jpeg}`,
    'data:image/png;base64,a%%b',
    `data:image/png;base64,${some}`,
  ])('is not %s', (text) => {
    expect(isPicture(text)).toBe(false);
  });

  test('is of the type that is named beside it', () => {
    expect([isPicture(png, 'image/png'), isPicture(png, 'image/jpeg'), isPicture(png, 'image/*')]).toEqual([true, false, true]);
  });
});

test('a sound is not looked into', () => {
  const sound = { of: 'audio', as: ['data'] } as const;
  expect(isMedium(`data:audio/mpeg;base64,${some}`, { ...sound, as: ['data'] }, undefined)).toBe(true);
  expect(isMedium(`data:image/png;base64,${png}`, { ...sound, as: ['data'] }, undefined)).toBe(false);
});

test('the forms that a text may have are told', () => {
  expect(formsOf({ ...picture, as: ['http', 'https', 'data', 'base64'] })).toBe(
    'must be an address (http, https) or a data URL that holds what it says or base64 by itself of a picture',
  );
  expect(formsOf({ of: 'video', as: ['base64'] })).toBe('must be base64 by itself of a video');
});
