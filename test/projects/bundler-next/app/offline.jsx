'use client';
import { collect, createNexconnClient } from 'nexconn-contract';
import { useEffect, useState } from 'react';

/** A component of the page, with the handlers for MSW in it. */
export function Offline() {
  const [said, setSaid] = useState('');
  useEffect(() => {
    (async () => {
      const [{ setupWorker }, { mockGateway }] = await Promise.all([import('msw/browser'), import('nexconn-contract/msw')]);
      await setupWorker(...mockGateway({ baseUrl: '/gateway' }).handlers).start();
      const client = createNexconnClient({ apiKey: 'any', baseUrl: '/gateway' });
      const { text } = await collect(client.streamChatCompletion({ model: 'any', messages: [{ role: 'user', content: 'Hi' }] }));
      setSaid(text);
    })();
  }, []);
  return <p id="said">{said}</p>;
}
