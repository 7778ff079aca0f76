/** The clock over HTTP, for whoever tests from outside of the process. */
import { type ControlAnswer, controlJson } from '../../journal/control.js';
import { type Clocked, type ClockMove, moveClock } from './move.js';

export function clockRoutes(state: Clocked): Map<string, ControlAnswer> {
  const { clock, now } = state;
  const tell = () => controlJson({ now: new Date(now()).toISOString(), stands: clock.stands });

  async function move(to: ClockMove) {
    try {
      await moveClock(state, to);
      return tell();
    } catch (error) {
      return controlJson({ message: (error as Error).message }, 400);
    }
  }

  const moveAsTold: ControlAnswer = async ({ text }) => {
    const told = readObject(await text());
    if (!told || Object.keys(told).length === 0) return controlJson({ message: `the body must be a JSON object such as ${example}` }, 400);
    return move(told);
  };
  return new Map<string, ControlAnswer>([
    ['GET', tell],
    ['POST', moveAsTold],
    ['PUT', moveAsTold],
    ['DELETE', () => move({})],
  ]);
}

const example = '{"advanceMs": 60000} or {"now": "2026-01-31T12:00:00Z"}';

/** `undefined` for what is no JSON object. */
function readObject(text: string): ClockMove | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
