import { type FormEvent, useState } from 'react';
import { Answer } from './Answer';
import { useChat } from './useChat';

export function Chat() {
  const { exchanges, isRunning, ask, stop, retry } = useChat();
  const [question, setQuestion] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (question.trim() === '' || isRunning) return;
    void ask(question.trim());
    setQuestion('');
  }

  return (
    <section aria-labelledby="chat">
      <h1 id="chat">Chat</h1>
      <ol className="exchanges" aria-live="polite">
        {exchanges.map((exchange, index) => (
          // A place is a key: exchanges are only ever added at the end.
          <li key={index}>
            <p className="question">{exchange.question}</p>
            <Answer exchange={exchange} retry={index === exchanges.length - 1 ? retry : undefined} />
          </li>
        ))}
      </ol>
      <form onSubmit={submit}>
        <input
          aria-label="Question"
          placeholder="How is the weather in Berlin?"
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
        {isRunning ? (
          <button type="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="submit">Ask</button>
        )}
      </form>
    </section>
  );
}
