/** A type of which the mock has a file to serve. */
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import type { Sources } from '../schemas/sources.js';

export function* checkMediaType(at: Place, { mediaTypes }: Pick<Sources, 'mediaTypes'>): Findings {
  if (mediaTypes && !mediaTypes.includes(at.value)) {
    yield { place: at, message: `There is no sample of ${at.value}${didYouMean(String(at.value), mediaTypes)}` };
  }
}
