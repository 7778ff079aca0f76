import { expect, test } from './app';

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('What it shows').fill('A cat on a fence');
});

test('follows a job to its video', async ({ page, mock }) => {
  const held = mock.hold('createVideo');
  await page.getByLabel('Shape').selectOption('Tall');
  await page.getByRole('button', { name: 'Create' }).click();

  const { body } = await held.request;
  expect(body).toMatchObject({ prompt: 'A cat on a fence', size: '1080x1920' });
  held.answer();
  held.state('in-progress', { progress: 40 });
  await expect(page.getByLabel('Progress')).toHaveJSProperty('value', 40);

  held.state('completed');
  const video = page.locator('video');
  await expect.poll(() => video.evaluate(({ videoWidth, videoHeight }: HTMLVideoElement) => videoHeight > videoWidth)).toBe(true);
});

test('says why a video failed', async ({ page, mock }) => {
  await mock.use({
    when: { operation: 'createVideo' },
    answers: [{ job: { polls: 1, end: 'failed', error: { message: 'The prompt was refused.' } } }],
  });
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('alert')).toContainText('The video failed: The prompt was refused.');
});

test('stops waiting', async ({ page, mock }) => {
  const held = mock.hold('createVideo');
  await page.getByRole('button', { name: 'Create' }).click();
  await held.request;
  held.answer();
  held.state('queued');
  await expect(page.getByLabel('Progress')).toBeVisible();
  await page.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(page.getByRole('button', { name: 'Create' })).toBeVisible();
});
