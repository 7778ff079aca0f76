import { createMock } from 'nexconn-contract/mock';

const mock = createMock({ scenarios: [{ name: 'weather', when: { user: 'weather' }, answers: [{ text: 'Rain.' }] }] });

export async function POST(request) {
  const { fetch } = await mock;
  return fetch('http://mock/v1/chat/completions', {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json', prefer: request.headers.get('prefer') ?? '' },
    body: await request.text(),
  });
}

/** What the mock reads from files, or makes of what others ship: its reference page, the description, answers of Prism. */
export async function GET(request) {
  const { fetch } = await mock;
  const path = new URL(request.url).searchParams.get('path');
  return fetch(`http://mock${path}`, { headers: { authorization: 'Bearer any', prefer: request.headers.get('prefer') ?? '' } });
}
