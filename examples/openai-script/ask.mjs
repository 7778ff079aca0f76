/**
 * Asks the gateway, and writes the answer as it arrives.
 *
 *   npx nexconn-contract mock &
 *   NEXCONN_BASE_URL=http://127.0.0.1:4010 node ask.mjs 'Why is the sky blue?'
 */
import OpenAI from 'openai';

const question = process.argv.slice(2).join(' ');
if (question === '') {
  console.error("Usage: node ask.mjs '<question>'");
  process.exit(2);
}

const { NEXCONN_BASE_URL: gateway = 'https://api-xmodel.nexconn.ai', NEXCONN_API_KEY: apiKey = 'any' } = process.env;
const openai = new OpenAI({ baseURL: `${gateway}/v1`, apiKey });

try {
  const stream = await openai.chat.completions.create({
    model: 'gemini-2.5-flash',
    messages: [{ role: 'user', content: question }],
    stream: true,
    stream_options: { include_usage: true },
  });
  let tokens;
  for await (const { choices, usage } of stream) {
    process.stdout.write(choices[0]?.delta.content ?? '');
    tokens = usage?.completion_tokens ?? tokens;
  }
  process.stdout.write('\n');
  console.error(`${tokens} tokens`);
} catch (error) {
  if (!(error instanceof OpenAI.APIError)) throw error;
  console.error(`${error.status ?? 'No answer'}: ${error.message}`);
  process.exitCode = 1;
}
