/** What is to be seen: a sunset of eight bands, from the top to the bottom, so that a picture that is cut, turned or stretched shows it. */
const colours = [0x1b2a49, 0x3b3b6d, 0x6d4a7e, 0xa8577e, 0xdb6f6b, 0xf2995c, 0xf8c66b, 0x2f4f4f] as const;

export type Colour = [red: number, green: number, blue: number];

export const bands: readonly Colour[] = colours.map((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);

/** @returns the band, by its number, of a row among so many */
export const bandAt = (row: number, rows: number): number => Math.floor((row * bands.length) / rows);
