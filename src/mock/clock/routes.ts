/** The clock over HTTP, for whoever tests from outside of the process. */
import { type ControlAnswer, controlJson, controlRefusal, readObject } from '../../journal/control.js';
import { type Clocked, type ClockMove, moveClock } from './move.js';

export function clockRoutes(state: Clocked): Map<string, ControlAnswer> {
  const { clock, now } = state;
  const tell = () => controlJson({ now: new Date(now()).toISOString(), stands: clock.stands });

  async function move(to: ClockMove) {
    try {
      await moveClock(state, to);
      return tell();
    } catch (error) {
      return controlRefusal((error as Error).message);
    }
  }

  const moveAsTold: ControlAnswer = async ({ text }) => {
    const told = await readObject(text);
    if (!told || Object.keys(told).length === 0) return controlRefusal(`the body must be a JSON object such as ${example}`);
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
