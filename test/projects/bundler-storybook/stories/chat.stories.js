import { collect, createNexconnClient } from 'nexconn-contract';

export default { title: 'Chat' };

/** A part of a page that asks the gateway. */
export const Answer = () => {
  const said = document.createElement('p');
  said.id = 'said';
  const client = createNexconnClient({ apiKey: 'any', baseUrl: '/gateway' });
  collect(client.streamChatCompletion({ model: 'any', messages: [{ role: 'user', content: 'Hi' }] })).then(
    ({ text }) => said.append(text),
    (error) => said.append(`failed: ${error.message}`),
  );
  return said;
};
