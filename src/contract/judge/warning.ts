/** What the contract does not have and the gateway bears with. Whoever is strict refuses it. */
import type { Violation } from './explain.js';
import type { Further } from './told.js';

/** What the contract does not forbid and the gateway, or the mock, ignores. */
export interface Warning {
  /** `body`, `path`, `query` or `header`. */
  in: string;
  /** JSON pointer to what is ignored. */
  pointer: string;
  message: string;
  /** Set in the last one of many: those that are not told one by one. */
  further?: Further;
}

/** A warning of the judge, with what it says where it counts as a violation. */
export type JudgedWarning = Warning & Pick<Violation, 'keyword' | 'expected' | 'got'>;

export const unknownField = (pointer: string): JudgedWarning => ({
  in: 'body',
  pointer,
  keyword: 'unknown',
  expected: 'is not a field of the contract',
  got: 'nothing',
  message: 'unknown field',
});

/** A value that an open list does not name. */
export const unknownValue = (place: string, pointer: string, value: string): JudgedWarning => {
  const got = JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  return {
    in: place,
    pointer,
    keyword: 'open-enum',
    expected: 'must be a value that the contract knows',
    got,
    message: `unknown value ${got}`,
  };
};

/** A member that is null where it may be left out. */
export const nullMember = (place: string, pointer: string): JudgedWarning => ({
  in: place,
  pointer,
  keyword: 'null',
  expected: 'must be left out where it has no value',
  got: 'null',
  message: 'null counts as absent',
});

/** Only what a reader of the journal needs. */
export const plainWarning = ({ in: place, pointer, message, further }: Warning): Warning => ({
  in: place,
  pointer,
  message,
  ...(further && { further }),
});
