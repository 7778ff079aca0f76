/** Media of an answer: files below the folder of its scenario, or what needs no file. */

/** Whether it is no file but stands for itself: an address or a data URL. */
export const isAddress = (text: string): boolean => /^(?:data:|[a-z][a-z\d+.-]*:\/\/)/i.test(text);
