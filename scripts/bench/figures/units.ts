/** Figures as people read them. */

export type Format = (value: number) => string;

export const times: Format = (value) => `${value.toFixed(2)}x`;
export const percent: Format = (share) => `${Number((share * 100).toFixed(1))} %`;
export const milliseconds: Format = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const megabytes: Format = (bytes) => `${Math.round(bytes / 1e6)} MB`;
export const whole: Format = (value) => String(Math.round(value));
