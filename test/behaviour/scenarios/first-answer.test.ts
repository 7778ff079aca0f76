/** Answers of scenarios before any other was given: nothing that makes up answers is loaded, and in this file nothing else loads it. */
import { expect, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';
import { forms, requestOf, send } from '../conversations/dialogue.js';

test.each(forms)('$name: is given, though the likelihoods of tokens are asked for', async (form) => {
  const fresh = await createMock({ eventsPerSecond: 100_000, scenarios: [{ name: 'own', answers: [{ text: 'My own words.' }] }] });
  const { path, body } = requestOf(form, { messages: [{ user: 'Hi' }] });
  const wishes = { logprobs: true, include: ['message.output_text.logprobs'], generationConfig: { responseLogprobs: true } };
  const reply = await send(fresh, form, path, { ...body, ...wishes });
  await fresh.close();
  expect([reply.status, reply.content.text]).toEqual([200, 'My own words.']);
});
