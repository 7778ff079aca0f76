/** Where what differs from answer to answer comes from. */

export interface Chance {
  /** A number from 0 to below 1. */
  random(): number;
  /** A whole number below a million, never the one before: keeps ids of one millisecond apart. */
  serial(): number;
}

let serial = Math.floor(Math.random() * 1_000_000);

/** Differs from run to run. */
export const pureChance: Chance = {
  random: () => Math.random(),
  serial() {
    serial = (serial + 1) % 1_000_000;
    return serial;
  },
};
