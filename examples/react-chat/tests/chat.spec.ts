import type { Page } from '@playwright/test';
import { expect, test } from './app';

async function ask(page: Page, question: string) {
  await page.getByLabel('Question').fill(question);
  await page.getByRole('button', { name: 'Ask' }).click();
}

test.beforeEach(({ page }) => page.goto('/'));

test('shows reasoning and text while they arrive', async ({ page, mock }) => {
  const held = mock.hold('createChatCompletion', { answer: { reasoning: 'Light scatters.', text: 'Blue scatters the most.' } });
  await ask(page, 'Why is the sky blue?');
  const answer = page.getByRole('article');

  expect((await held.request).conversation?.user).toBe('Why is the sky blue?');
  await expect(answer).toHaveAttribute('aria-busy', 'true');
  held.next(3);
  await expect(answer).toContainText('Light scatters.');
  await expect(answer).not.toContainText('the most.');

  held.answer();
  await expect(answer).toContainText('Blue scatters the most.');
  await expect(answer).toHaveAttribute('aria-busy', 'false');
});

test('runs the tool that is called, and tells the model its result', async ({ page, mock }) => {
  await mock.use({ when: { user: 'weather' }, answers: [{ toolCalls: [{ name: 'get_weather', arguments: { city: 'Bergen' } }] }] });
  await mock.use({ when: { toolResult: 'get_weather' }, answers: [{ text: 'Take an umbrella: {$conversation#/toolResults/0/text}.' }] });
  await ask(page, 'How is the weather in Bergen?');

  await expect(page.getByRole('article')).toContainText('get_weather({"city":"Bergen"}) → 9 °C, rain');
  await expect(page.getByRole('article')).toContainText('Take an umbrella: 9 °C, rain.');
  expect(mock.journal({ operation: 'createChatCompletion' })).toHaveLength(2);
});

test('stops an answer, and goes on with what was said', async ({ page, mock }) => {
  const held = mock.hold('createChatCompletion', { answer: { text: 'One two three four five six seven eight.' } });
  await ask(page, 'Count');
  held.next(2);
  await expect(page.getByRole('article')).toContainText('One');
  await page.getByRole('button', { name: 'Stop' }).click();

  await (await held.request).aborted;
  await expect(page.getByRole('article')).toContainText('Stopped.');
  await expect(page.getByRole('article')).not.toContainText('eight');

  const next = mock.hold('createChatCompletion', { answer: { text: 'Nine.' } });
  await ask(page, 'Go on');
  const { conversation } = await next.request;
  expect(conversation?.turns.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  next.answer();
  await expect(page.getByRole('article').last()).toContainText('Nine.');
});

test('says what went wrong, and asks again', async ({ page, mock }) => {
  await mock.use({ answers: [{ error: { status: 429, message: 'Too many.', retryAfterSeconds: 7 }, times: 1 }, { text: 'Here I am.' }] });
  await ask(page, 'Hello');

  await expect(page.getByRole('alert')).toContainText('The gateway says 429: Too many. Try again in 7 s.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('article')).toContainText('Here I am.');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('keeps what it has of an answer that breaks off', async ({ page, mock }) => {
  await mock.use({ answers: [{ text: 'Half of it is here and half is not.', fault: { kind: 'cut', afterEvents: 4 } }] });
  await ask(page, 'Hello');

  await expect(page.getByRole('alert')).toContainText('The answer broke off');
  await expect(page.getByRole('article')).toContainText('Half of');
});
