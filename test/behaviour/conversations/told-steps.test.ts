/** Agents that tell their tools in the words of a prompt: what they get can be read by them, and their loops end. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { ask, type Form, forms, type Message } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const steps = `Use the following format:

Question: the input question you must answer
Thought: you should always think about what to do
Action: the action to take, should be one of [search, calculator]
Action Input: the input to the action
Observation: the result of the action
... (this Thought/Action/Action Input/Observation can repeat N times)
Thought: I now know the final answer
Final Answer: the final answer to the original input question

Begin!
`;

const jsonSteps = `- look: Looks up a place with schema: {"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}

To answer the question, please use the following format.

"""
Thought: I need to use a tool to help me answer the question.
Action: tool name (one of look, clock) if using a tool.
Action Input: the input to the tool, in a JSON format representing the kwargs (e.g. {{"input": "hello world"}})
"""

If this format is used, the user will respond in the following format:

"""
Observation: tool response
"""

"""
Thought: I can answer without using any more tools.
Answer: [your answer here]
"""
`;

const elements = `You have tools, which are written as elements:

<tool_name>
<parameter1_name>value1</parameter1_name>
...
</tool_name>

For example:

<actual_tool_name>
<parameter1_name>value1</parameter1_name>
</actual_tool_name>

## run_command
<run_command>
<command>Your command here</command>
<requires_approval>true or false</requires_approval>
</run_command>

## read_file
<read_file>
<path>File path here</path>
<start>First line (optional)</start>
</read_file>

## attempt_completion
<attempt_completion>
<result>
Your final result description here
</result>
<command>Command to show it (optional)</command>
</attempt_completion>
`;

async function said(form: Form, messages: Message[], system?: string): Promise<string> {
  const { status, content } = await ask(mock, form, { messages, ...(system && { system }) });
  expect(status).toBe(200);
  return content.text;
}

describe.each(forms)('$name', (form) => {
  test('lines with labels, in one prompt that is sent again with what was done', async () => {
    const prompt = `${steps}\nQuestion: How old is the moon?\nThought:`;
    const call = await said(form, [{ user: prompt }]);
    expect(call).toMatch(/^[^\n]+\nAction: search\nAction Input: example_search$/);
    expect(call).not.toMatch(/^Thought:/);
    const answer = await said(form, [{ user: `${prompt} ${call}\nObservation: 4.5 billion years\nThought:` }]);
    expect(answer).toMatch(/\nFinal Answer: \S/);
    expect(answer).not.toContain('Action:');
  });

  test('lines with labels, turn by turn, with arguments that are JSON', async () => {
    const asked = [{ user: 'What time is it? Use the clock.' }];
    expect(await said(form, asked, jsonSteps)).toMatch(/^Thought: [^\n]+\nAction: clock\nAction Input: \{.*\}$/);
    const other = [{ user: 'Where is it?' }];
    const call = await said(form, other, jsonSteps);
    expect(call).toMatch(/^Thought: [^\n]+\nAction: look\nAction Input: \{"city":"example_city"\}$/);
    const answered = [...other, { assistant: call }, { user: 'Observation: Berlin\nwhich is: large' }];
    const answer = await said(form, answered, jsonSteps);
    expect(answer).toMatch(/\nAnswer: \S/);
    expect(answer).not.toContain('Action:');
    // Who asks again gets a call again.
    const again = [...answered, { assistant: answer }, { user: 'And now?' }];
    expect(await said(form, again, jsonSteps)).toContain('\nAction: look\n');
  });

  test('elements, the last of which holds the answer', async () => {
    const asked = [{ user: '<task>\nSay hello.\n</task>' }];
    const call = await said(form, asked, elements);
    expect(call).toBe('<run_command>\n<command>example_command</command>\n<requires_approval>true</requires_approval>\n</run_command>');
    const result = { user: "[run_command for 'example_command'] Result:\nnot found\n<environment_details>...</environment_details>" };
    const answer = await said(form, [...asked, { assistant: call }, result], elements);
    expect(answer).toMatch(/^<attempt_completion>\s*<result>.*\S.*<\/result>\s*<\/attempt_completion>$/s);
    const named = [...asked, { assistant: answer }, { user: 'Now read_file, please.' }];
    expect(await said(form, named, elements)).toBe('<read_file>\n<path>example_path</path>\n</read_file>');
  });

  test('what only speaks of them is answered as ever', async () => {
    expect(await said(form, [{ user: 'What does "Action:" mean?\nAction: to run' }])).not.toMatch(/^(Thought|Action)/m);
  });
});
