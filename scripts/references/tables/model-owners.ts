/** The owners of models: each prefix is that of a model. */
import { didYouMean } from '../report/nearest.js';
import type { Findings } from '../report/place.js';
import type { Sources } from '../schemas/sources.js';

export function* checkModelOwners({ tables, models }: Sources): Findings {
  if (!models) return;
  for (const [prefix, at] of tables['model-owners'].entries()) {
    if (models.some((model) => model.startsWith(prefix))) continue;
    const meant = models.flatMap((model) => /^[a-z]+\/?/i.exec(model) ?? []);
    yield { place: at.key(), message: `No model begins with ${prefix}${didYouMean(prefix, new Set(meant))}` };
  }
}
